package org.lamella.bone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sums up random draws, in their order; can be written down, read back and put together. */
final class DrawReport {
    private static final int NAMED = 5;

    private final int moved;
    private int draws;
    private int booked;
    private int faulty;
    private int lastFaulty = -1;
    private double worstLedger;
    private String worstAccount = "none";
    private int clippedPeople;
    private int packedPeople;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, String> where = new TreeMap<>();
    private final double[] low = new double[Observable.values().length];
    private final double[] high = new double[Observable.values().length];

    /** @param moved number of parameters that are drawn */
    DrawReport(int moved) {
        this.moved = moved;
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    void drew(int draw) {
        draws++;
        lastFaulty = -1 - draw;
    }

    /** A fault of a draw; the same fault of the same draw counts once. */
    void fault(int draw, String fault) {
        if (lastFaulty != draw) {
            faulty++;
            lastFaulty = draw;
        }
        if (!faults.containsKey(fault)) {
            faults.put(fault, 1);
            where.put(fault, String.valueOf(draw));
        }
    }

    void seen(Bodies b, int lane) {
        for (Observable o : Observable.values()) {
            double value = b.read(o, lane);
            low[o.ordinal()] = Math.min(low[o.ordinal()], value);
            high[o.ordinal()] = Math.max(high[o.ordinal()], value);
        }
    }

    void ledger(int draw, Ledger ledger) {
        booked++;
        clippedPeople += ledger.clipped() > 0 ? 1 : 0;
        packedPeople += ledger.packed() > 0 ? 1 : 0;
        if (!(ledger.worst() <= worstLedger)) {
            worstLedger = ledger.worst();
            worstAccount = ledger.worstName() + " of draw " + draw;
        }
    }

    void add(DrawReport other) {
        draws += other.draws;
        booked += other.booked;
        faulty += other.faulty;
        clippedPeople += other.clippedPeople;
        packedPeople += other.packedPeople;
        if (!(other.worstLedger <= worstLedger)) {
            worstLedger = other.worstLedger;
            worstAccount = other.worstAccount;
        }
        other.faults.forEach((fault, count) -> {
            if (faults.merge(fault, count, Integer::sum) - count < NAMED) {
                where.merge(fault, String.valueOf(other.where.get(fault)), (a, b) -> a + " " + b);
            }
        });
        for (int o = 0; o < low.length; o++) {
            low[o] = Math.min(low[o], other.low[o]);
            high[o] = Math.max(high[o], other.high[o]);
        }
    }

    int draws() {
        return draws;
    }

    Map<String, Integer> faults() {
        return faults;
    }

    double worstLedger() {
        return worstLedger;
    }

    String worstAccount() {
        return worstAccount;
    }

    /** One line for each thing to keep, tab-separated. */
    String text() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "draws\t%d\t%d\t%d\t%d\t%d\t%d%nledger\t%s\t%s%n",
                moved,
                draws,
                booked,
                faulty,
                clippedPeople,
                packedPeople,
                worstLedger,
                worstAccount));
        faults.forEach((fault, count) ->
                out.append(String.format(Locale.ROOT, "fault\t%s\t%d\t%s%n", fault, count, where.get(fault))));
        for (Observable o : Observable.values()) {
            out.append(String.format(Locale.ROOT, "seen\t%s\t%s\t%s%n", o, low[o.ordinal()], high[o.ordinal()]));
        }
        return out.toString();
    }

    static DrawReport parse(List<String> lines) {
        String[] counts = lines.getFirst().split("\t", -1);
        DrawReport report = new DrawReport(Integer.parseInt(counts[1]));
        report.draws = Integer.parseInt(counts[2]);
        report.booked = Integer.parseInt(counts[3]);
        report.faulty = Integer.parseInt(counts[4]);
        report.clippedPeople = Integer.parseInt(counts[5]);
        report.packedPeople = Integer.parseInt(counts[6]);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "ledger" -> {
                    report.worstLedger = Double.parseDouble(cells[1]);
                    report.worstAccount = cells[2];
                }
                case "fault" -> {
                    report.faults.put(cells[1], Integer.parseInt(cells[2]));
                    report.where.put(cells[1], cells[3]);
                }
                default -> {
                    int o = Observable.valueOf(cells[1]).ordinal();
                    report.low[o] = Double.parseDouble(cells[2]);
                    report.high[o] = Double.parseDouble(cells[3]);
                }
            }
        }
        return report;
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%d draws of %d parameters, two people each, 20 years by the standard steps, looked at once a year. Draws with"
                        + " a fault: %d. Books kept for %d people: largest difference %.1e (%s); a cortex met the limit"
                        + " of its radius in %d of them, trabeculae that of room (%.0f %% of the tissue) in %d.%n%n",
                draws,
                moved,
                faulty,
                booked,
                worstLedger,
                worstAccount,
                clippedPeople,
                100 * TrabecularSite.PACKED,
                packedPeople));
        if (!faults.isEmpty()) {
            out.append("| fault | draws | first of them |\n|---|---|---|\n");
            faults.forEach((fault, count) -> out.append("| ")
                    .append(fault)
                    .append(" | ")
                    .append(count)
                    .append(" | ")
                    .append(where.get(fault))
                    .append(" |\n"));
            out.append('\n');
        }
        out.append("| observable | lowest | highest | accepted |\n|---|---|---|---|\n");
        for (Observable o : Observable.values()) {
            double[] bounds = PhysicalBounds.of(o);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s, %s | %.4g | %.4g | %s to %s |%n",
                    o.label(),
                    o.unit(),
                    low[o.ordinal()],
                    high[o.ordinal()],
                    bound(bounds[0]),
                    bound(bounds[1])));
        }
        return out.toString();
    }

    private static String bound(double value) {
        return value == Double.MIN_NORMAL || value == 1e-9
                ? "above 0"
                : value == 1e9 ? "finite" : String.format(Locale.ROOT, "%.4g", value);
    }
}
