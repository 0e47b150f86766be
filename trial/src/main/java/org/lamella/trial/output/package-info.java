/** Files that a trial leaves: tables as CSV and Parquet, data dictionary, manifest. */
@NullMarked
package org.lamella.trial.output;

import org.jspecify.annotations.NullMarked;
