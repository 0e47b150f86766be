package org.lamella.care.rod;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;
import org.lamella.patient.Bone;
import org.lamella.patient.Side;

/** What published choices say about one bone, or what is missing to say it. */
public sealed interface RodAdvice {
    Bone bone();

    Side side();

    /**
     * Something is missing.
     *
     * @param bone bone
     * @param side body side
     * @param needs plain words, for example {@code canal diameter in mm}
     */
    record CannotEvaluate(Bone bone, Side side, List<String> needs) implements RodAdvice {
        public CannotEvaluate {
            needs = List.copyOf(needs);
        }
    }

    /**
     * Considerations for the surgical conversation.
     *
     * @param bone bone
     * @param side body side
     * @param family family of rod that the published choices point to
     * @param reasons why, each with its source
     * @param sizing what can be said about size, each with its source
     * @param growth expected growth of the bone, or null when there is no height forecast
     * @param outgrowing when a fixed rod of today's length would be outgrown, in words with its interval
     * @param figures published complication and revision figures, all of them
     * @param timing drug timing around the operation
     */
    record Considered(
            Bone bone,
            Side side,
            RodFamily family,
            List<Statement> reasons,
            List<Statement> sizing,
            @Nullable BoneGrowth growth,
            Statement outgrowing,
            List<PublishedFigure> figures,
            List<Statement> timing)
            implements RodAdvice {
        public Considered {
            reasons = List.copyOf(reasons);
            sizing = List.copyOf(sizing);
            figures = List.copyOf(figures);
            timing = List.copyOf(timing);
        }
    }
}
