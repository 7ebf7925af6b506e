package org.newsreel.kg.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsreel.kg.Documents;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Spoken;
import org.newsreel.ontology.claim.Subtitle;
import org.newsreel.ontology.claim.Vote;
import org.newsreel.ontology.codec.ExtractionReader;

class AnnotationFilesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    @Test
    void readsTheDocumentBackOutOfTheGraph() {
        ItemGraph graph = ItemGraphBuilder.build(Documents.small("a"));

        AnnotatedItem item = read(graph);

        assertThat(ItemGraphBuilder.build(item.document()).facts()).isEqualTo(graph.facts());
        assertThat(item.document().text()).isEqualTo(Documents.small("a").text());
        assertThat(item.document().mentions()).hasSize(5);
        assertThat(item.document().regions()).hasSize(1);
        assertThat(item.statements()).hasSize(2);
    }

    @Test
    void readsTheFactsOfAnyDocumentBack() {
        for (int seed = 0; seed < 60; seed++) {
            ItemGraph graph = ItemGraphBuilder.build(Documents.random("item", seed));

            assertThat(ItemGraphBuilder.build(read(graph).document()).facts())
                    .as("seed %s", seed)
                    .containsAll(graph.facts().stream()
                            .filter(fact -> fact.getObject().isURI())
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameFilesAgain(AnnotationFormat format) throws IOException {
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");

        AnnotationFiles.write(format, made(), one);
        AnnotationFiles.write(format, made(), other);

        List<Path> files = files(one);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void acceptsEverythingThatComesBackFromBratUntouched() throws IOException {
        int decided = 0;
        for (AnnotatedItem item : made()) {
            AnnotationFiles.write(AnnotationFormat.BRAT, List.of(item), directory);

            AnnotationFiles.Returned back =
                    AnnotationFiles.readBrat(item, directory).orElseThrow();

            assertThat(back.decisions())
                    .as(item.document().id())
                    .allMatch(decision -> decision.verdict() == StatementDecision.Verdict.ACCEPTED);
            assertThat(back.corrected().text()).isEqualTo(item.document().text());
            decided += back.decisions().size();
        }
        assertThat(decided).isGreaterThan(20);
    }

    @Test
    void rejectsWhatTheAnnotatorDroppedAndKeepsWhatSheAdded() throws IOException {
        AnnotatedItem item = read(ItemGraphBuilder.build(Documents.small("a")));
        AnnotationFiles.write(AnnotationFormat.BRAT, List.of(item), directory);
        Path file = directory.resolve("a.ann");
        String text = Files.readString(file);
        String holm = idOf(text, "Mira Holm");
        String sella = idOf(text, "Port Sella");
        Files.writeString(
                file,
                text.replaceAll("(?m)^R\\d+\tresidence .*\n", "") + "R90\tbirthPlace Arg1:" + holm + " Arg2:" + sella
                        + "\n");

        AnnotationFiles.Returned back =
                AnnotationFiles.readBrat(item, directory).orElseThrow();

        assertThat(back.decisions())
                .extracting(StatementDecision::said, StatementDecision::verdict)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "Mira Holm memberOf the Tidewater Institute", StatementDecision.Verdict.ACCEPTED),
                        org.assertj.core.groups.Tuple.tuple(
                                "Mira Holm residence Port Sella", StatementDecision.Verdict.REJECTED));
        assertThat(back.corrected().relations())
                .extracting(relation -> relation.type())
                .containsExactlyInAnyOrder("PER-ORG_member", "PER-LOC_birth");
    }

    @Test
    void countsBratsOffsetsInCodePoints() throws IOException {
        for (AnnotatedItem item : made()) {
            AnnotationFiles.write(AnnotationFormat.BRAT, List.of(item), directory);
            String text = item.document().text();
            for (String line :
                    Files.readAllLines(directory.resolve(item.document().id() + ".ann"))) {
                if (line.startsWith("T")) {
                    String[] fields = line.split("\t");
                    String[] span = fields[1].split(" ");
                    assertThat(text.substring(
                                    text.offsetByCodePoints(0, Integer.parseInt(span[1])),
                                    text.offsetByCodePoints(0, Integer.parseInt(span[2]))))
                            .isEqualTo(fields[2]);
                }
            }
        }
    }

    @Test
    void namesFileAndLineOfWhatCantBeRead() throws IOException {
        AnnotatedItem item = read(ItemGraphBuilder.build(Documents.small("a")));
        Path file = Files.writeString(directory.resolve("a.ann"), "T1\tPER 0 9\tMira Holm\nT2\tPER 70 99\tnobody\n");

        assertThatThrownBy(() -> AnnotationFiles.readBrat(item, directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ", line 2 has the span 70-99 in a text of 75 code points");

        Files.writeString(directory.resolve("a.txt"), "another text");
        assertThatThrownBy(() -> AnnotationFiles.readBrat(item, directory))
                .hasMessageContaining("is not the text of item a as it is in the store: export it again");
    }

    @Test
    void writesBoxesInPixelsForCocoAndFractionsForYolo() throws IOException {
        AnnotatedItem item = read(ItemGraphBuilder.build(Documents.small("a")));

        AnnotationFiles.write(AnnotationFormat.COCO, List.of(item), directory);
        AnnotationFiles.write(AnnotationFormat.YOLO, List.of(item), directory);
        AnnotationFiles.write(AnnotationFormat.LABELME, List.of(item), directory);

        JsonNode coco = JSON.readTree(directory.resolve("boxes.json").toFile());
        assertThat(coco.at("/annotations/0/bbox").toString()).isEqualTo("[13.0,11.0,448.0,346.0]");
        assertThat(coco.at("/annotations/0/entity").asText()).isEqualTo("Mira Holm");
        assertThat(coco.at("/images/0/frame").asInt()).isEqualTo(175);
        String name = coco.at("/images/0/file_name").asText().replace(".jpg", "");
        assertThat(directory.resolve("labels").resolve(name + ".txt"))
                .hasContent("0 0.370313 0.511111 0.700000 0.961111\n");
        JsonNode labelMe = JSON.readTree(directory.resolve(name + ".json").toFile());
        assertThat(labelMe.at("/shapes/0/points").toString()).isEqualTo("[[13.0,11.0],[461.0,357.0]]");
    }

    @ParameterizedTest
    @EnumSource(names = {"COCO", "LABELME"})
    void takesMovedDroppedAndNewBoxesBack(AnnotationFormat format) throws IOException {
        AnnotatedItem item = read(ItemGraphBuilder.build(Documents.small("a")));
        AnnotationFiles.write(format, List.of(item), directory);
        assertThat(AnnotationFiles.readBoxes(format, List.of(item), directory))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.relations()).hasSameSizeAs(item.document().relations());
                    assertThat(back.regions().get(0).chain()).contains("c0");
                });
        Path file = files(directory).get(0);
        String text = Files.readString(file);

        Files.writeString(file, text.replace("448.0", "440.0").replace("461.0", "453.0"));
        assertThat(AnnotationFiles.readBoxes(format, List.of(item), directory)
                        .get(0)
                        .regions())
                .singleElement()
                .satisfies(region -> {
                    assertThat(region.box().width())
                            .isEqualTo(440 / 640.0, org.assertj.core.api.Assertions.within(1e-9));
                    assertThat(region.chain()).contains("c0");
                });

        Files.writeString(file, text.replaceAll("(?s)\"(annotations|shapes)\" : \\[.*?\\} \\]", "\"$1\" : [ ]"));
        ExtractionDocument dropped =
                AnnotationFiles.readBoxes(format, List.of(item), directory).get(0);
        assertThat(dropped.regions()).isEmpty();
        assertThat(dropped.relations()).hasSize(2).allSatisfy(relation -> assertThat(relation.evidence())
                .allMatch(evidence -> evidence.mention().isPresent()));
    }

    @Test
    void readsBackWhenWordsAreSpoken() {
        ExtractionDocument small = Documents.small("a");
        Spoken when = new Spoken("v0", 3.25, 5);
        ExtractionDocument spoken = new ExtractionDocument(
                small.id(),
                small.version(),
                small.language(),
                small.headline(),
                small.published(),
                small.source(),
                small.url(),
                small.text(),
                small.media(),
                small.mentions().stream()
                        .map(mention -> mention.start() == 0 ? mention.spokenAt(when) : mention)
                        .toList(),
                small.chains(),
                small.relations(),
                small.regions(),
                small.models());
        ItemGraph graph = ItemGraphBuilder.build(spoken);

        assertThat(ItemShapes.violations(graph.graph())).isEmpty();
        assertThat(read(graph).document().mentions())
                .filteredOn(mention -> mention.spoken().isPresent())
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.text()).isEqualTo("Mira Holm");
                    assertThat(mention.spoken()).contains(when);
                });
    }

    @Test
    void readsBackSubtitlesAndWhereNetworksLooked() {
        ExtractionDocument small = Documents.small("a");
        List<Subtitle> subtitles = List.of(new Subtitle(0.5, 2, "Mira <Holm>"), new Subtitle(2, 3, "joined\nus"));
        List<AttentionMap> maps = List.of(
                new AttentionMap("one", "v0", 50, OptionalDouble.of(2), 1, 2, AttentionMap.cells(new float[] {3, 0})),
                new AttentionMap("two", "v0", 75, OptionalDouble.of(3), 2, 1, AttentionMap.cells(new float[] {1, 4})));
        Relation first = small.relations().get(0);
        ExtractionDocument shown = small.withMedia(List.of(small.media().get(0).with(subtitles)))
                .withClaims(
                        small.chains(),
                        List.of(
                                new Relation(
                                        first.id(),
                                        first.type(),
                                        first.subject(),
                                        first.object(),
                                        first.confidence(),
                                        first.evidence(),
                                        List.of(),
                                        maps),
                                small.relations().get(1)),
                        small.regions());
        ItemGraph graph = ItemGraphBuilder.build(shown);

        assertThat(ItemShapes.violations(graph.graph())).isEmpty();
        ExtractionDocument back = read(graph).document();
        assertThat(back.media()).singleElement().satisfies(medium -> assertThat(medium.subtitles())
                .isEqualTo(subtitles));
        assertThat(back.relations())
                .filteredOn(relation -> relation.type().equals(first.type()))
                .singleElement()
                .satisfies(relation -> assertThat(relation.attentionMaps()).containsExactlyInAnyOrderElementsOf(maps));
        assertThat(back.relations())
                .filteredOn(relation -> !relation.type().equals(first.type()))
                .allSatisfy(relation -> assertThat(relation.attentionMaps()).isEmpty());
    }

    @Test
    void keepsTheVotesOfARelationThatLosesARegion() {
        ExtractionDocument small = Documents.small("a");
        List<Vote> votes = List.of(new Vote("one", 0.8), new Vote("other", 0.7));
        ExtractionDocument voted = small.withClaims(
                small.chains(),
                small.relations().stream()
                        .map(r -> new Relation(
                                r.id(), r.type(), r.subject(), r.object(), r.confidence(), r.evidence(), votes))
                        .toList(),
                small.regions());

        ExtractionDocument corrected =
                BoxCorrections.apply(voted, Map.of(Frames.of(voted).get(0).file(), List.of()));

        assertThat(corrected.regions()).isEmpty();
        assertThat(corrected.relations()).isNotEmpty().allSatisfy(relation -> {
            assertThat(relation.votes()).isEqualTo(votes);
            assertThat(relation.evidence())
                    .allMatch(evidence -> evidence.region().isEmpty());
        });
    }

    @Test
    void pointsIntoTheTokensOfM3dAndDocred() throws IOException {
        AnnotatedItem item = read(ItemGraphBuilder.build(Documents.small("a")));

        AnnotationFiles.write(AnnotationFormat.M3D, List.of(item), directory);
        AnnotationFiles.write(AnnotationFormat.DOCRED, List.of(item), directory);

        JsonNode m3d = JSON.readTree(directory.resolve("m3d.json").toFile()).get(0);
        String[] words = m3d.get("doc").asText().split("\\s+");
        JsonNode holm = m3d.at("/entityLink/c0/link/0");
        assertThat(words[holm.get("start").asInt()]).isEqualTo("Mira");
        assertThat(holm.get("end").asInt()).isEqualTo(holm.get("start").asInt() + 2);
        assertThat(m3d.get("relation").findValuesAsText("type"))
                .containsExactlyInAnyOrder("PER-ORG_member", "PER-LOC_residence");
        JsonNode docred =
                JSON.readTree(directory.resolve("docred.json").toFile()).get(0);
        assertThat(docred.get("sents")).hasSize(2);
        JsonNode pos = docred.at("/vertexSet/0/0/pos");
        assertThat(docred.at("/sents/0").get(pos.get(0).asInt()).asText()).isEqualTo("Mira");
    }

    @Test
    void givesDocumentsThatBuildReads() throws IOException {
        AnnotationFiles.write(AnnotationFormat.JSONL, made(), directory);

        List<ExtractionDocument> read = new ArrayList<>();
        try (ExtractionReader reader = new ExtractionReader(directory.resolve("documents.jsonl"))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                read.add(next.get());
            }
        }

        assertThat(read).hasSameSizeAs(made());
    }

    private static String idOf(String annotations, String words) {
        return annotations
                .lines()
                .filter(line -> line.endsWith("\t" + words))
                .findFirst()
                .orElseThrow()
                .split("\t")[0];
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<AnnotatedItem> made() {
        List<AnnotatedItem> items = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            items.add(read(ItemGraphBuilder.build(Documents.random("item-" + seed, seed))));
        }
        return items;
    }

    private static AnnotatedItem read(ItemGraph item) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        item.graph().find().forEach(triple -> graphs.add(new Quad(item.name(), triple)));
        return AnnotatedItem.read(graphs, item.name());
    }
}
