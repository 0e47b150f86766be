package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/**
 * Random parameters over all their vetted ranges, random people, random histories, 20 years: every state and observable
 * stays finite and within physical bounds, and every store agrees with its books to 1e-9.
 */
class RandomParametersVerificationTest {
    private static final long SEED = 2026;
    private static final int YEARS = 20;
    private static final int DAYS = YEARS * 365;
    private static final double CLOSED = 1e-9;
    /** Books are kept in every fifth draw. */
    private static final int BOOKED = 5;

    @Test
    void statesStayPositiveAndLedgersClose() {
        DrawReport report = run(0, Integer.getInteger("lamella.draws.short", 500));
        assertThat(report.faults()).as(report.markdown()).isEmpty();
        assertThat(report.worstLedger()).as(report.worstAccount()).isLessThan(CLOSED);
    }

    /**
     * The same with as many draws as are asked for: {@code -Dlamella.draws=100000}. Every thousand draws are written to
     * {@code qualification/numerics}; a run that was interrupted goes on after them, and the page there sums up all.
     */
    @Test
    void statesStayPositiveAndLedgersCloseInManyDraws() throws IOException {
        int draws = Integer.getInteger("lamella.draws", 0);
        assumeTrue(draws > 0, "takes an hour; run with -Dlamella.draws=100000");
        DrawFolder folder = new DrawFolder(Path.of("..", "qualification", "numerics"));
        for (int first = folder.done(); first < draws; first = folder.done()) {
            folder.add(run(first, Math.min(DrawFolder.EACH, draws - first)));
        }
        DrawReport all = folder.all();
        assertThat(all.faults()).isEmpty();
        assertThat(all.worstLedger()).as(all.worstAccount()).isLessThan(CLOSED);
    }

    /** Books that cannot disagree would prove nothing. */
    @Test
    void theBooksNoticeBoneThatComesFromNowhere() {
        Cohort cohort = Fixtures.MODEL.newborns(Fixtures.median(OiType.III, Sex.FEMALE));
        Bodies b = cohort.bodies(0);
        Ledger ledger = new Ledger(b, 0);
        for (int day = 0; day < 400; day++) {
            ledger.before(false);
            cohort.advanceTo(day + 1, Schedule.EMPTY, Recorder.NONE);
            ledger.after(cohort.underWay(0));
        }
        assertThat(ledger.worst()).isLessThan(1e-13);
        b.spine.thickness[0] += 1e-7;
        assertThat(ledger.worst()).isGreaterThan(CLOSED);
        assertThat(ledger.worstName()).isEqualTo("spine volume");
    }

    private static DrawReport run(int first, int draws) {
        RandomDraws random = new RandomDraws(SEED);
        DrawReport[] found = new DrawReport[draws];
        IntStream.range(0, draws).parallel().forEach(k -> found[k] = live(random, first + k));
        DrawReport report = new DrawReport(random.moved());
        for (DrawReport one : found) {
            report.add(one);
        }
        return report;
    }

    private static DrawReport live(RandomDraws random, int draw) {
        DrawReport report = new DrawReport(random.moved());
        report.drew(draw);
        try {
            live(random, draw, report);
        } catch (RuntimeException refused) {
            report.fault(draw, "refused: " + refused.getMessage());
        }
        return report;
    }

    private static void live(RandomDraws random, int draw, DrawReport report) {
        BoneModel model = BoneModel.create(random.parameters(draw), Engine.STANDARD.sequential(), DAYS + 60);
        Siblings people = random.people(draw, model.priors());
        Schedule[] histories = new Schedule[people.count()];
        Arrays.setAll(histories, person -> random.history(draw, person, DAYS));
        Cohort cohort = model.newborns(people);
        cohort.fractures(random.fractures());
        Bodies b = cohort.bodies(0);
        @Nullable Books books = draw % BOOKED == 0 ? new Books(b, people, histories) : null;
        for (int year = 1; year <= YEARS; year++) {
            if (books == null) {
                cohort.advanceTo(year * 365, lane -> histories[lane], Recorder.NONE);
            } else {
                books.keepTo(cohort, year * 365);
            }
            for (int lane = 0; lane < people.count(); lane++) {
                PhysicalBounds.faults(b, lane).forEach(fault -> report.fault(draw, fault));
                report.seen(b, lane);
            }
        }
        if (books != null) {
            books.close(draw, report);
        }
    }

    /** The ledgers of all people of a draw. */
    private static final class Books {
        private final Bodies b;
        private final Bodies aside;
        private final Schedule[] histories;
        private final Ledger[] ledgers;

        Books(Bodies bodies, Siblings people, Schedule[] histories) {
            this.b = bodies;
            this.aside = new Bodies(b.model, b.twin, people);
            this.histories = histories;
            this.ledgers = new Ledger[people.count()];
            Arrays.setAll(ledgers, lane -> new Ledger(b, lane));
        }

        void keepTo(Cohort cohort, int until) {
            for (int day = cohort.day(); day < until; day++) {
                for (int lane = 0; lane < ledgers.length; lane++) {
                    ledgers[lane].before(histories[lane].momentFrom(day) == day || cohort.stepsToday(lane));
                    enter(lane, histories[lane].on(day));
                }
                cohort.advanceTo(day + 1, lane -> histories[lane], Recorder.NONE);
                for (int lane = 0; lane < ledgers.length; lane++) {
                    ledgers[lane].after(cohort.underWay(lane));
                }
            }
        }

        /** What the doses of today put on bone, from a copy of the lane. */
        private void enter(int lane, List<Schedule.Event> today) {
            if (today.stream().noneMatch(Schedule.Dose.class::isInstance)) {
                return;
            }
            aside.copyLane(b, lane, lane);
            today.stream()
                    .filter(Schedule.Dose.class::isInstance)
                    .forEach(dose -> Events.happen(aside, lane, dose, new FractureMode.Imposed()));
            ledgers[lane].entered(
                    aside.trabecularDrug.surface[lane] - b.trabecularDrug.surface[lane],
                    aside.metaphysealDrug.surface[lane] - b.metaphysealDrug.surface[lane],
                    aside.corticalDrug.surface[lane] - b.corticalDrug.surface[lane]);
        }

        void close(int draw, DrawReport report) {
            for (Ledger ledger : ledgers) {
                report.ledger(draw, ledger);
            }
        }
    }
}
