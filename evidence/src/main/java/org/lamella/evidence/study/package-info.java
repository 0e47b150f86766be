/** Published studies of treatment and the natural history of osteogenesis imperfecta: own tabulations of their figures. */
@NullMarked
package org.lamella.evidence.study;

import org.jspecify.annotations.NullMarked;
