package org.newsreel.kg.annotation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * Documents in the forms of the corpora that the networks train on. M3D's English offsets count the tokens between white
 * space, so a mention that begins or ends inside one takes the whole token; DocRED's are {@link Tokens} of ours.
 */
final class CorpusFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CorpusFiles() {}

    static void m3d(List<ExtractionDocument> documents, Path file) throws IOException {
        ArrayNode root = MAPPER.createArrayNode();
        for (ExtractionDocument document : documents) {
            boolean english = !document.language().startsWith("zh");
            Tokens tokens = Tokens.betweenSpaces(document.text());
            ObjectNode node = root.addObject()
                    .put("doc", document.text())
                    .put("lang", english ? "en" : "zh")
                    .put("video_id", document.id())
                    .put("video_title", document.headline().orElse(""));
            ObjectNode chains = node.putObject("entityLink");
            Map<String, Mention> mentions = mentions(document);
            for (EntityChain chain : document.chains()) {
                if (chain.mentions().isEmpty()) {
                    continue;
                }
                ObjectNode link =
                        chains.putObject(chain.id()).put("type", chain.type().name());
                ArrayNode list = link.putArray("link");
                for (String id : chain.mentions()) {
                    Mention mention = mentions.get(id);
                    int[] span = english
                            ? tokens.covering(mention.start(), mention.end())
                            : new int[] {mention.start(), mention.end()};
                    list.addObject().put("start", span[0]).put("end", span[1]).put("word", mention.text());
                }
            }
            ArrayNode relations = node.putArray("relation");
            for (Relation relation : document.relations()) {
                if (chains.has(relation.subject()) && chains.has(relation.object())) {
                    m3dType(document, relation).ifPresent(type -> relations
                            .addObject()
                            .put("type", type)
                            .put("link1", relation.subject())
                            .put("link2", relation.object()));
                }
            }
        }
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /** M3D's own name of a relation; empty when M3D has none. */
    private static Optional<String> m3dType(ExtractionDocument document, Relation relation) {
        String property = Brat.property(document, relation);
        return RelationSchema.standard().types(RelationInventory.M3D).stream()
                .filter(type -> type.property().equals(Optional.ofNullable(property))
                        && type.admits(Brat.type(document, relation.subject()), Brat.type(document, relation.object())))
                .map(RelationType::name)
                .findFirst();
    }

    static void docred(List<ExtractionDocument> documents, Path file) throws IOException {
        ArrayNode root = MAPPER.createArrayNode();
        for (ExtractionDocument document : documents) {
            List<Tokens> sentences = Tokens.sentences(document.text(), document.language());
            ObjectNode node = root.addObject().put("title", document.id());
            ArrayNode sents = node.putArray("sents");
            sentences.forEach(sentence -> {
                ArrayNode words = sents.addArray();
                sentence.words().forEach(words::add);
            });
            ArrayNode vertices = node.putArray("vertexSet");
            Map<String, Integer> indexes = new HashMap<>();
            Map<String, Mention> mentions = mentions(document);
            for (EntityChain chain : document.chains()) {
                ArrayNode vertex = MAPPER.createArrayNode();
                for (String id : chain.mentions()) {
                    Mention mention = mentions.get(id);
                    int sentence = Tokens.sentenceAt(sentences, mention.start());
                    if (sentence >= 0) {
                        int[] span = sentences.get(sentence).covering(mention.start(), mention.end());
                        ObjectNode entry = vertex.addObject()
                                .put("name", mention.text())
                                .put("type", chain.type().name())
                                .put("sent_id", sentence);
                        entry.putArray("pos").add(span[0]).add(span[1]);
                    }
                }
                if (!vertex.isEmpty()) {
                    indexes.put(chain.id(), vertices.size());
                    vertices.add(vertex);
                }
            }
            ArrayNode labels = node.putArray("labels");
            for (Relation relation : document.relations()) {
                Integer head = indexes.get(relation.subject());
                Integer tail = indexes.get(relation.object());
                if (head != null && tail != null) {
                    ObjectNode label =
                            labels.addObject().put("h", head).put("t", tail).put("r", relation.type());
                    ArrayNode evidence = label.putArray("evidence");
                    evidence(relation, mentions, sentences).forEach(evidence::add);
                }
            }
        }
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static List<Integer> evidence(Relation relation, Map<String, Mention> mentions, List<Tokens> sentences) {
        List<Integer> found = new ArrayList<>();
        relation.evidence().stream()
                .flatMap(e -> e.mention().stream())
                .map(id -> Tokens.sentenceAt(sentences, mentions.get(id).start()))
                .filter(sentence -> sentence >= 0)
                .distinct()
                .sorted()
                .forEach(found::add);
        return found;
    }

    private static Map<String, Mention> mentions(ExtractionDocument document) {
        Map<String, Mention> mentions = new HashMap<>();
        document.mentions().forEach(mention -> mentions.put(mention.id(), mention));
        return mentions;
    }
}
