/** Simulation-based calibration: virtual patients whose truth is known, fitted as if they were patients. */
package org.lamella.twin.calibration;
