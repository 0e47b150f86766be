package org.lamella.clinic.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.HistoryEvent;
import org.lamella.care.plan.MeasuredPoint;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanHeader;
import org.lamella.care.plan.RecordNote;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.evidence.Citation;

/**
 * The plan as JSON after {@code docs/schema/plan.schema.json}. Same plan, same bytes: members in fixed order, numbers
 * rounded to stated decimals, line feeds whatever the platform. A figure that does not exist is {@code null}.
 */
public final class PlanJson {
    /** Version of the format; a change that could break a reader raises the first part. */
    public static final String FORMAT_VERSION = "1.1";

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Bibliography sources;

    private PlanJson(Bibliography sources) {
        this.sources = sources;
    }

    /** The document, ended by a line feed. */
    public static String render(Plan plan) {
        return write(new PlanJson(Bibliography.of(plan)).plan(plan));
    }

    private static String write(ObjectNode document) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
        printer.indentArraysWith(indent);
        ObjectMapper mapper = JsonMapper.builder().build();
        ObjectWriter writer = mapper.writer(printer);
        try {
            return writer.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written as JSON", e);
        }
    }

    private ObjectNode plan(Plan plan) {
        ObjectNode node = NODES.objectNode();
        node.put("format", "lamella-plan").put("formatVersion", FORMAT_VERSION);
        node.put("intendedUse", IntendedUse.SENTENCE);
        node.set("header", header(plan.header()));
        node.set("headline", texts(plan.headline()));
        node.set("standing", array(plan.standing(), this::standing));
        node.set("items", array(plan.items(), this::item));
        node.set("options", array(plan.options(), this::option));
        NotesJson notes = new NotesJson(sources, this::item);
        node.set("surgery", array(plan.surgery(), notes::surgery));
        node.set("spine", notes.spine(plan.spine()));
        node.set("pathways", array(plan.pathways(), notes::pathway));
        node.set("calendar", array(plan.calendar(), this::item));
        node.set("history", array(plan.history(), PlanJson::event));
        node.set("measured", array(plan.measured(), PlanJson::measured));
        node.set("fit", plan.fit() == null ? NODES.nullNode() : ForecastJson.fit(plan.fit()));
        node.set("forecastNeeds", texts(plan.forecastNeeds()));
        node.set("cautions", array(plan.cautions(), this::statement));
        node.set("notes", array(plan.notes(), PlanJson::note));
        node.set("sources", array(sources.quoted(), this::source));
        return node;
    }

    private static ObjectNode header(PlanHeader header) {
        return NODES.objectNode()
                .put("patientId", header.patientId())
                .put("patientLine", header.patientLine())
                .put("asOf", header.asOf().toString())
                .put("birthDate", header.birthDate().toString())
                .put("site", header.site())
                .put("siteIsDemonstration", header.siteIsDemonstration())
                .put("seed", header.seed())
                .put("softwareVersion", header.softwareVersion())
                .put("parameterSet", header.parameterSet());
    }

    private ObjectNode standing(StandingItem item) {
        ObjectNode node = NODES.objectNode()
                .put("group", item.group())
                .put("label", item.label())
                .put("value", item.value())
                .put("detail", item.detail())
                .put("known", item.known())
                .put("modelBased", item.modelBased());
        node.set("sources", numbers(item.sources()));
        return node;
    }

    private ObjectNode item(CareItem item) {
        ObjectNode node = NODES.objectNode()
                .put("ruleId", item.ruleId())
                .put("kind", item.kind().name())
                .put("priority", item.priority())
                .put("title", item.title())
                .put("reason", item.reason());
        node.set("facts", texts(item.facts()));
        node.put("dueOn", item.dueOn() == null ? null : item.dueOn().toString());
        node.set("sources", numbers(item.sources()));
        node.put("disagreement", item.disagreement());
        return node;
    }

    private ObjectNode option(TreatmentOption option) {
        ObjectNode node = NODES.objectNode()
                .put("id", option.id())
                .put("title", option.title())
                .put("availability", option.availability().name());
        node.set("reasons", array(option.reasons(), this::statement));
        DoseSheet sheet = option.doseSheet();
        node.set("doseSheet", sheet == null ? NODES.nullNode() : doseSheet(sheet));
        node.set("forecast", option.forecast() == null ? NODES.nullNode() : ForecastJson.forecast(option.forecast()));
        node.put("burden", option.burden());
        node.set("evidence", array(option.evidence(), this::statement));
        node.set("risks", array(option.risks(), this::statement));
        return node;
    }

    private ObjectNode doseSheet(DoseSheet sheet) {
        ObjectNode node = NODES.objectNode().put("drug", sheet.drug()).put("summary", sheet.summary());
        node.set(
                "lines",
                array(
                        sheet.lines(),
                        line -> NODES.objectNode()
                                .put("label", line.label())
                                .put("working", line.working())
                                .put("result", line.result())));
        node.set("warnings", texts(sheet.warnings()));
        node.set("sources", numbers(sheet.sources()));
        return node;
    }

    private ObjectNode statement(Statement statement) {
        return statement(statement, sources);
    }

    static ObjectNode statement(Statement statement, Bibliography sources) {
        ObjectNode node = NODES.objectNode().put("text", statement.text());
        ArrayNode numbers = NODES.arrayNode();
        statement.sources().forEach(c -> numbers.add(sources.number(c)));
        node.set("sources", numbers);
        return node;
    }

    private static ObjectNode event(HistoryEvent event) {
        return NODES.objectNode()
                .put("lane", event.lane())
                .put("from", event.from().toString())
                .put("until", event.until() == null ? null : event.until().toString())
                .put("label", event.label())
                .put("planned", event.planned());
    }

    private static ObjectNode measured(MeasuredPoint point) {
        ObjectNode node =
                NODES.objectNode().put("date", point.date().toString()).put("series", point.series());
        ForecastJson.put(node, "value", point.value(), Precision.MEASURED);
        return node.put("unit", point.unit()).put("reference", point.reference());
    }

    private static ObjectNode note(RecordNote note) {
        return NODES.objectNode()
                .put("location", note.location())
                .put("found", note.found())
                .put("explanation", note.explanation());
    }

    private ObjectNode source(Citation citation) {
        return NODES.objectNode()
                .put("number", sources.number(citation))
                .put("key", citation.key())
                .put("title", citation.title())
                .put("reference", citation.reference())
                .put("level", citation.level().name())
                .put("levelMeaning", citation.level().meaning());
    }

    private ArrayNode numbers(List<Citation> citations) {
        ArrayNode array = NODES.arrayNode();
        citations.forEach(c -> array.add(sources.number(c)));
        return array;
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static <T> ArrayNode array(Collection<T> items, Function<? super T, ObjectNode> each) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }
}
