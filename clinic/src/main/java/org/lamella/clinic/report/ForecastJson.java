package org.lamella.clinic.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.FractureOutlook;
import org.lamella.twin.ObservationFit;
import org.lamella.twin.TwinFit;

/** Forecasts and fits as JSON. */
final class ForecastJson {
    private ForecastJson() {}

    static ObjectNode forecast(Forecast forecast) {
        ObjectNode node = PlanJson.NODES.objectNode();
        node.set("curves", PlanJson.array(forecast.curves(), ForecastJson::curve));
        node.set("fractures", PlanJson.array(forecast.fractures(), ForecastJson::fractures));
        return node;
    }

    private static ObjectNode curve(ForecastCurve curve) {
        int digits = Precision.of(curve.quantity());
        ObjectNode node = PlanJson.NODES
                .objectNode()
                .put("quantity", curve.quantity().name())
                .put("label", curve.quantity().label())
                .put("unit", curve.quantity().unit());
        node.set("points", PlanJson.array(curve.points(), point -> {
            ObjectNode at = PlanJson.NODES.objectNode();
            put(at, "yearsAhead", point.yearsAhead(), Precision.YEARS);
            at.set("estimate", estimate(point.estimate(), digits));
            return at;
        }));
        return node;
    }

    private static ObjectNode fractures(FractureOutlook outlook) {
        ObjectNode node = PlanJson.NODES.objectNode();
        put(node, "years", outlook.years(), Precision.YEARS);
        node.set("expected", estimate(outlook.expected(), Precision.FRACTURES));
        node.set("counts", estimate(outlook.counts(), Precision.FRACTURES));
        put(node, "probabilityOfAny", outlook.probabilityOfAny(), Precision.PROBABILITY);
        node.set("ratioToNoDrug", estimate(outlook.ratioToNoDrug(), Precision.RATIO));
        return node;
    }

    static ObjectNode fit(TwinFit fit) {
        ObjectNode node = PlanJson.NODES.objectNode().put("siblings", fit.siblings());
        node.put("parameterSets", fit.parameterSets());
        put(node, "effectiveSampleSize", fit.effectiveSampleSize(), Precision.SAMPLE_SIZE);
        node.put("seed", fit.seed());
        node.set("observations", PlanJson.array(fit.observations(), ForecastJson::observation));
        node.set("warnings", PlanJson.texts(fit.warnings()));
        return node;
    }

    private static ObjectNode observation(ObservationFit fit) {
        ObjectNode node = PlanJson.NODES
                .objectNode()
                .put("date", fit.date().toString())
                .put("what", fit.what())
                .put("unit", fit.unit());
        put(node, "observed", fit.observed(), Precision.MEASURED);
        node.set("siblings", estimate(fit.siblings(), Precision.MEASURED));
        node.set("prior", estimate(fit.prior(), Precision.MEASURED));
        return node;
    }

    private static ObjectNode estimate(Estimate estimate, int digits) {
        ObjectNode node = PlanJson.NODES.objectNode();
        put(node, "p05", estimate.low(), digits);
        put(node, "p25", estimate.lowerQuartile(), digits);
        put(node, "p50", estimate.median(), digits);
        put(node, "p75", estimate.upperQuartile(), digits);
        put(node, "p95", estimate.high(), digits);
        return node;
    }

    static void put(ObjectNode node, String name, double value, int digits) {
        if (Double.isFinite(value)) {
            node.put(name, Figures.rounded(value, digits));
        } else {
            node.putNull(name);
        }
    }
}
