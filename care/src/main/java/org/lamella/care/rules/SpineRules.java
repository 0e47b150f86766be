package org.lamella.care.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.OiType;

/** Curves, vertebral fractures and the skull base. */
final class SpineRules {
    private SpineRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "SP-01", SpineRules::curveFilm,
                "SP-02", SpineRules::bracing,
                "SP-03", SpineRules::progression,
                "SP-04", SpineRules::surgeon,
                "SP-05", SpineRules::drugAndCurve,
                "SP-06", SpineRules::skullBase,
                "SP-07", SpineRules::backPain);
    }

    private static List<Examination> curves(Question q) {
        return q.facts()
                .examinations(Examination.Kind.COBB_ANGLE)
                .filter(e -> e.value() != null)
                .toList();
    }

    private static Input<BigDecimal> latest(Question q) {
        return q.facts().skeleton().figure(Examination.Kind.COBB_ANGLE, "SP-03", "cobb_max_age");
    }

    private static String say(Examination cobb) {
        return "Cobb angle " + cobb.value() + " degrees on " + cobb.date();
    }

    private static Verdict curveFilm(Question q) {
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.COBB_ANGLE).map(Examination::date);
        return q.recall("whole-spine film with Cobb angle", last, q.number("interval"));
    }

    private static Verdict bracing(Question q) {
        return curves(q).isEmpty()
                ? Verdict.notApplicable("No curve of the spine is recorded.")
                : Verdict.information("Bracing does not stop a curve in OI and is not recommended.")
                        .because(say(curves(q).getLast()));
    }

    private static Verdict progression(Question q) {
        List<Examination> curves = curves(q);
        Input<OiType> type = q.facts().type();
        if (type.unknown()) {
            return Verdict.missing(type).priority(4);
        }
        String figure = type.is(OiType.I)
                ? "slope_type_i"
                : type.is(OiType.III) ? "slope_type_iii" : type.is(OiType.IV) ? "slope_type_iv" : "";
        if (figure.isEmpty()) {
            return Verdict.notApplicable("Expected progression is published for types I, III and IV only.")
                    .because(type);
        }
        if (curves.size() < 2) {
            return Verdict.missing("two Cobb angles, to see whether a curve progresses")
                    .priority(5)
                    .because(type);
        }
        Input<BigDecimal> latest = latest(q);
        if (latest.unknown()) {
            return Verdict.missing(latest).priority(5).because(type);
        }
        Examination first = curves.getFirst();
        Examination last = curves.getLast();
        long days = ChronoUnit.DAYS.between(first.date(), last.date());
        if (days < q.number("shortest_span") || first.value() == null || last.value() == null) {
            return Verdict.missing("two Cobb angles at least " + q.said("shortest_span") + " apart")
                    .priority(5)
                    .because(say(first), say(last));
        }
        BigDecimal slope = last.value()
                .subtract(first.value())
                .multiply(new BigDecimal("365.25"))
                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
        return slope.compareTo(q.figure(figure)) > 0
                ? Verdict.due("The curve progresses by " + slope + " degrees/year, faster than the " + q.said(figure)
                                + " expected: tell the spine team.")
                        .priority(2)
                        .because(type)
                        .because(say(first), say(last))
                        .on(q.facts().asOf())
                : Verdict.notApplicable("The curve progresses by " + slope + " degrees/year, not faster than expected.")
                        .because(say(first), say(last));
    }

    private static Verdict surgeon(Question q) {
        Input<BigDecimal> last = latest(q);
        if (last.unknown()) {
            return Verdict.missing(last).priority(5);
        }
        return last.test(angle -> angle.compareTo(q.figure("refer_from")) >= 0)
                ? Verdict.due("The curve has reached " + q.said("refer_from") + ": refer to a spine surgeon.")
                        .because(last)
                        .on(q.facts().asOf())
                : Verdict.notApplicable("The curve is below " + q.said("refer_from") + ".")
                        .because(last);
    }

    private static Verdict drugAndCurve(Question q) {
        boolean young = !q.ageAtLeast("upper_age");
        if (young && q.facts().type().unknown()) {
            return Verdict.missing(q.facts().type()).priority(5);
        }
        return young && q.facts().type().is(OiType.III)
                ? Verdict.information("One cohort saw slower curves in type III treated before " + q.said("upper_age")
                                + "; a review sees little effect.")
                        .because(q.facts().ageFact())
                        .because(q.facts().type())
                : Verdict.notApplicable("The question concerns type III before " + q.said("upper_age") + ".")
                        .because(q.facts().ageFact());
    }

    private static Verdict skullBase(Question q) {
        Input<Boolean> sign = q.facts().finding(Finding.Kind.NEUROLOGICAL_SIGN);
        if (sign.is(true)) {
            return Verdict.due("A neurological sign in OI: urgent MRI of the skull base and neck.")
                    .priority(1)
                    .because(sign)
                    .on(q.facts().asOf());
        }
        Input<OiType> type = q.facts().type();
        if (type.unknown()) {
            return Verdict.missing(type);
        }
        if (!type.is(OiType.III) && !type.is(OiType.IV)) {
            return Verdict.notApplicable("Screening of the skull base is for types III and IV.")
                    .because(type);
        }
        Optional<Examination> film = q.facts().examination(Examination.Kind.SKULL_RADIOGRAPH_LATERAL);
        if (film.isEmpty()) {
            return Verdict.due("A baseline lateral skull film is due in moderate and severe OI.")
                    .because(type)
                    .on(q.facts().asOf());
        }
        return sign.unknown()
                ? Verdict.missing(sign)
                        .priority(5)
                        .because("lateral skull film on " + film.get().date())
                : Verdict.notApplicable("A baseline film is recorded and no neurological sign is present.")
                        .because("lateral skull film on " + film.get().date())
                        .because(sign);
    }

    private static Verdict backPain(Question q) {
        Input<Boolean> pain = q.facts().finding(Finding.Kind.BACK_PAIN);
        if (pain.unknown()) {
            return Verdict.missing(pain).priority(5);
        }
        if (pain.is(false)) {
            return Verdict.notApplicable("No back pain.").because(pain);
        }
        LocalDate since = q.facts().presentSince(Finding.Kind.BACK_PAIN).orElseThrow();
        boolean imaged = q.facts()
                .examination(Examination.Kind.SPINE_RADIOGRAPH_LATERAL)
                .filter(e -> !e.date().isBefore(since))
                .isPresent();
        return imaged
                ? Verdict.notApplicable("The spine has been imaged since the pain began.")
                        .because(pain)
                : Verdict.due("New back pain: look for a vertebral fracture on a lateral spine image.")
                        .priority(2)
                        .because(pain)
                        .on(q.facts().asOf());
    }
}
