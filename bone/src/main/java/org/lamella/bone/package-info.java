/**
 * How bone grows, breaks and answers treatment in osteogenesis imperfecta: the mechanistic model LAM-1.
 *
 * <p>Start at {@link org.lamella.bone.BoneModel}. Siblings go in, a {@link org.lamella.bone.Cohort} is advanced along a
 * {@link org.lamella.bone.Schedule}, a {@link org.lamella.bone.Recorder} collects what is asked for. The equations stand
 * in the package-private classes, one equation group each, written once for many lanes; they are explained in
 * {@code docs/explanation/bone-model.md}.
 */
@NullMarked
package org.lamella.bone;

import org.jspecify.annotations.NullMarked;
