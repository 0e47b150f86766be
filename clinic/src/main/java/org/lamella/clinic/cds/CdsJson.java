package org.lamella.clinic.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.lamella.clinic.cds.CdsCard.Indicator;

/** The JSON of CDS Hooks 2.0: discovery document and cards. */
public final class CdsJson {
    static final JsonMapper JSON = new JsonMapper();
    private static final String REASONS = "https://lamella.example.org/fhir/CodeSystem/cds-override-reason";
    private static final Map<String, String> OVERRIDE = new TreeMap<>(Map.of(
            "record-out-of-date", "The record is out of date; the fact no longer holds",
            "team-decided", "Decided by the specialist team with this known",
            "other", "Another reason, recorded in the notes"));

    private CdsJson() {}

    /** The discovery document with the prefetch templates. */
    public static String discovery() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode services = document.putArray("services");
        for (Hook hook : Hook.values()) {
            ObjectNode service = services.addObject();
            service.put("hook", hook.code());
            service.put("id", hook.serviceId());
            service.put("title", hook.title());
            service.put(
                    "description",
                    "Rules of the care pathway for osteogenesis imperfecta. Research and education; advice to a"
                            + " professional, never an order.");
            ObjectNode prefetch = service.putObject("prefetch");
            Prefetch.TEMPLATES.forEach(prefetch::put);
        }
        return text(document);
    }

    /** A response; the cards keep their order. */
    public static String response(List<CdsCard> cards) {
        ObjectNode response = JSON.createObjectNode();
        ArrayNode array = response.putArray("cards");
        cards.forEach(card -> write(array.addObject(), card));
        return text(response);
    }

    private static void write(ObjectNode node, CdsCard card) {
        node.put("uuid", uuid(card.code() + card.summary() + card.detail()));
        node.put("summary", card.summary());
        node.put("detail", card.detail());
        node.put("indicator", card.indicator().name().toLowerCase(Locale.ROOT));
        ObjectNode source = node.putObject("source");
        String keys = String.join(", ", PathwayCards.distinct(card.sources()).keySet());
        source.put("label", "Lamella " + card.code() + (keys.isEmpty() ? "" : " (" + keys + ")"));
        source.putObject("topic")
                .put("system", "https://lamella.example.org/fhir/PlanDefinition")
                .put("code", card.code());
        ArrayNode links = JSON.createArrayNode();
        PathwayCards.distinct(card.sources()).values().forEach(cited -> {
            if (cited.reference().matches("https?://\\S+")) {
                links.addObject()
                        .put("label", cited.key())
                        .put("url", cited.reference())
                        .put("type", "absolute");
            }
        });
        if (!links.isEmpty()) {
            node.set("links", links);
        }
        if (card.indicator() == Indicator.CRITICAL) {
            ArrayNode reasons = node.putArray("overrideReasons");
            OVERRIDE.forEach((code, display) ->
                    reasons.addObject().put("system", REASONS).put("code", code).put("display", display));
        }
        if (card.draftOrder() != null) {
            node.put("selectionBehavior", "at-most-one");
            ObjectNode suggestion = node.putArray("suggestions").addObject();
            suggestion.put("label", "Withdraw this draft order");
            suggestion.put("uuid", uuid("withdraw" + card.code() + card.summary() + card.draftOrder()));
            suggestion
                    .putArray("actions")
                    .addObject()
                    .put("type", "delete")
                    .put("description", "Withdraw the draft order that the card speaks against")
                    .put("resourceId", card.draftOrder());
        }
    }

    /** The same text gives the same identifier, so that feedback about a card can be matched. */
    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String text(JsonNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
