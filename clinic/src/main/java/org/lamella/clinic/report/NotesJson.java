package org.lamella.clinic.report;

import static org.lamella.clinic.report.PlanJson.NODES;
import static org.lamella.clinic.report.PlanJson.array;
import static org.lamella.clinic.report.PlanJson.texts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;

/** Notes on surgery, spine and pathways as JSON. */
final class NotesJson {
    private final Bibliography sources;
    private final Function<CareItem, ObjectNode> item;

    NotesJson(Bibliography sources, Function<CareItem, ObjectNode> item) {
        this.sources = sources;
        this.item = item;
    }

    ObjectNode surgery(SurgicalNote note) {
        ObjectNode node = NODES.objectNode().put("bone", note.bone()).put("occasion", note.occasion());
        node.put("points", note.points());
        node.set("needs", texts(note.needs()));
        node.set("reasons", statements(note.reasons()));
        node.set("sizing", statements(note.sizing()));
        node.set("growth", array(note.growth(), NotesJson::boneLength));
        Statement outgrowing = note.outgrowing();
        node.set("outgrowing", outgrowing == null ? NODES.nullNode() : statement(outgrowing));
        node.set("published", statements(note.published()));
        node.set("timing", statements(note.timing()));
        node.set("devices", array(note.devices(), this::device));
        node.set("healing", statements(note.healing()));
        node.set("procedures", statements(note.procedures()));
        return node;
    }

    private ObjectNode device(SurgicalNote.Device device) {
        ObjectNode node = NODES.objectNode()
                .put("name", device.name())
                .put("fit", device.fit().name());
        node.set("why", statement(device.why()));
        return node;
    }

    private static ObjectNode boneLength(SurgicalNote.BoneLength length) {
        return NODES.objectNode()
                .put("yearsAhead", length.yearsAhead())
                .put("lowMm", Math.round(length.lowMm()))
                .put("medianMm", Math.round(length.medianMm()))
                .put("highMm", Math.round(length.highMm()));
    }

    ObjectNode spine(SpineNote note) {
        ObjectNode node = NODES.objectNode();
        node.set("needs", texts(note.needs()));
        node.set("curve", array(note.curve(), NotesJson::curvePoint));
        node.set("topics", array(note.topics(), this::topic));
        return node;
    }

    private static ObjectNode curvePoint(SpineNote.CurvePoint point) {
        return NODES.objectNode()
                .put("yearsAhead", point.yearsAhead())
                .put("lowDegrees", Math.round(point.lowDegrees()))
                .put("medianDegrees", Math.round(point.medianDegrees()))
                .put("highDegrees", Math.round(point.highDegrees()));
    }

    private ObjectNode topic(SpineNote.Topic topic) {
        ObjectNode node = NODES.objectNode().put("heading", topic.heading());
        node.set("statements", statements(topic.statements()));
        return node;
    }

    ObjectNode pathway(PathwayNote note) {
        ObjectNode node = NODES.objectNode()
                .put("id", note.id())
                .put("title", note.title())
                .put("now", note.now())
                .put("why", note.why());
        node.set("steps", statements(note.steps()));
        node.set("open", array(note.open(), item::apply));
        return node;
    }

    private ArrayNode statements(List<Statement> statements) {
        return array(statements, this::statement);
    }

    private ObjectNode statement(Statement statement) {
        return PlanJson.statement(statement, sources);
    }
}
