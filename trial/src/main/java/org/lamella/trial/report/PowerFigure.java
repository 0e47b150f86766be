package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.TrialVariant;

/** Share of significant replicates by number of patients: power, type I error or assurance. */
final class PowerFigure {
    private PowerFigure() {}

    static String name(TrialVariant variant) {
        return switch (variant) {
            case DESIGNED -> "Power";
            case NULL -> "Type I error (nothing to find)";
            case ASSURANCE -> "Assurance (power over the parameter sets that fit the published studies)";
        };
    }

    /** Empty with fewer than two replicates or arms. */
    static Optional<Figure> of(TrialAnalysis analysis, TrialVariant variant) {
        List<TrialAnalysis.Power> curve = analysis.power();
        if (curve.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = analysis.protocol();
        List<String> names = new ArrayList<>();
        for (int a = 1; a < protocol.arms().size(); a++) {
            names.add(protocol.arms().get(a).id() + " against "
                    + protocol.arms().getFirst().id());
        }
        double top = variant == TrialVariant.NULL
                ? Math.max(
                        0.1,
                        curve.stream().mapToDouble(p -> p.power().high()).max().orElse(1))
                : 1;
        Chart chart = new Chart(
                new Chart.Words(
                        "power",
                        name(variant) + " of the primary endpoint",
                        "patients in the trial",
                        "share of replicates"),
                names,
                DoubleStream.concat(curve.stream().mapToDouble(TrialAnalysis.Power::patients), DoubleStream.of(0))
                        .toArray(),
                new double[] {0, top});
        if (variant == TrialVariant.NULL) {
            chart.level(0.05, "5 %");
        } else {
            chart.level(0.8, "80 %").level(0.9, "90 %");
        }
        Csv data = new Csv("ARMCD,PATIENTS,SHARE,LOW95,HIGH95");
        for (int a = 1; a < protocol.arms().size(); a++) {
            String id = protocol.arms().get(a).id();
            List<TrialAnalysis.Power> mine =
                    curve.stream().filter(p -> p.arm().equals(id)).toList();
            double[] x =
                    mine.stream().mapToDouble(TrialAnalysis.Power::patients).toArray();
            chart.line(x, mine.stream().mapToDouble(p -> p.power().estimate()).toArray(), a - 1, 2, 1);
            for (TrialAnalysis.Power p : mine) {
                chart.interval(p.patients(), p.power().low(), p.power().high(), a - 1)
                        .point(p.patients(), p.power().estimate(), a - 1);
                data.line(
                        id,
                        p.patients(),
                        p.power().estimate(),
                        p.power().low(),
                        p.power().high());
            }
        }
        return Optional.of(new Figure(
                "power",
                chart.svg("Share of replicates with p below 0.05 by number of patients, with Wilson intervals."),
                data.toString(),
                "endpoints"));
    }
}
