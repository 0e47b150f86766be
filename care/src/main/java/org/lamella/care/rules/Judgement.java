package org.lamella.care.rules;

/** How one rule is decided. */
@FunctionalInterface
interface Judgement {
    Verdict judge(Question question);
}
