/** What a trial designer writes: the protocol file, read into types, with complaints that name line and key. */
@NullMarked
package org.lamella.trial.protocol;

import org.jspecify.annotations.NullMarked;
