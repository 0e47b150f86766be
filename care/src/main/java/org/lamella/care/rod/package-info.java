/** Rod adviser: which family of rod fits a growing bone, and when it would be outgrown. Advice for surgeons. */
@NullMarked
package org.lamella.care.rod;

import org.jspecify.annotations.NullMarked;
