/** SVG charts of the plan: axes, ticks, fans, whiskers, swim lanes. Every chart has a text alternative. */
@NullMarked
package org.lamella.clinic.report.chart;

import org.jspecify.annotations.NullMarked;
