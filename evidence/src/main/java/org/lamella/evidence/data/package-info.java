/** Reading of the data files that hold every clinical and model number, with errors that name file, key and remedy. */
@NullMarked
package org.lamella.evidence.data;

import org.jspecify.annotations.NullMarked;
