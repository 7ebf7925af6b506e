package org.newsreel.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.extraction.media.MadePicture;
import org.newsreel.extraction.media.MadeVideo;
import org.newsreel.extraction.source.ItemRead;
import org.newsreel.extraction.source.ItemSource;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.source.Sources;
import org.newsreel.extraction.voter.TinyModels;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Vote;
import org.newsreel.ontology.codec.ExtractionJson;

/** Networks of tiny size and random weights in the roles of the pipeline; the words are read by the models that ship. */
class RolesInThePipelineTest {
    private static final String TEXT = "Angela Merkel met Barack Obama in Berlin. It rained all day.";
    private static final int COUPLE = TinyModels.RELATIONS.indexOf("PER-PER_couple");

    @TempDir
    static Path models;

    @TempDir
    Path root;

    @BeforeAll
    static void makeModels() {
        TinyModels.hmnet(models, COUPLE);
        TinyModels.hmnetEntities(models);
        TinyModels.hvformer(models);
        TinyModels.dgfpt(models);
        TinyModels.m3d(models);
        TinyModels.mdocre(models);
    }

    @BeforeEach
    void write() throws IOException {
        article(TEXT);
    }

    private void article(String text) throws IOException {
        Files.createDirectories(root.resolve("i"));
        Files.writeString(root.resolve("i/article.txt"), text);
    }

    private NewsItem item() {
        try (ItemSource source = Sources.open(root.resolve("i"), Optional.of("folder"))) {
            return ((ItemRead) source.next()).item();
        }
    }

    private ExtractionResult extract(String roles) {
        String named = roles.replace("TINY", models.toString());
        RolePlan plan = RolePlan.parse(named, ExtractionPipelineTest.MODELS);
        try (ExtractionPipeline pipeline = ExtractionPipeline.open(PipelineConfig.of(plan))) {
            return pipeline.extract(item());
        }
    }

    private static void restsOnWhatIsThere(ExtractionDocument document) {
        for (Relation relation : document.relations()) {
            assertThat(relation.evidence().stream()
                            .mapToDouble(EvidenceRef::weight)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
        // A document that exists has checked its references already; reading it back checks its form.
        assertThat(ExtractionJson.read(ExtractionJson.write(document))).isEqualTo(document);
    }

    private static List<String> relationModels(ExtractionDocument document) {
        return document.models().stream()
                .filter(m -> m.role().equals("relations"))
                .map(ModelUse::name)
                .toList();
    }

    @Test
    void aNetworkAloneTellsTheRelationsOfASentenceAndShowsWhereItLooked() throws IOException {
        MadePicture.png(root.resolve("i/p.png"), 64, 48);

        ExtractionDocument document = extract("relations=TINY/hmnet").document();

        assertThat(relationModels(document)).containsExactly("hmnet");
        assertThat(document.relations()).singleElement().satisfies(relation -> {
            assertThat(relation.type()).isEqualTo("PER-PER_couple");
            assertThat(relation.confidence()).isGreaterThan(0.9);
            assertThat(relation.votes()).isEmpty();
            assertThat(relation.evidence()).anyMatch(e -> e.region().isPresent());
            assertThat(relation.evidence()).anyMatch(e -> e.mention().isPresent());
        });
        List<String> shown = document.relations().get(0).evidence().stream()
                .flatMap(e -> e.region().stream())
                .toList();
        assertThat(document.regions())
                .filteredOn(r -> shown.contains(r.id()))
                .singleElement()
                .satisfies(region -> {
                    assertThat(region.media()).isEqualTo("p0");
                    assertThat(region.chain()).isEmpty();
                });
        restsOnWhatIsThere(document);
    }

    @Test
    void severalVoteAndTheRelationSaysWhoWasForIt() throws IOException {
        MadePicture.png(root.resolve("i/p.png"), 64, 48);

        // The text model does not think so; its vote is worth little here.
        ExtractionDocument document = extract("relations=text*0.01+TINY/hmnet").document();
        ExtractionDocument outvoted = extract("relations=text*50+TINY/hmnet").document();

        assertThat(relationModels(document)).containsExactly("newsreel-text-en", "hmnet");
        Relation couple = document.relations().stream()
                .filter(r -> r.type().equals("PER-PER_couple"))
                .findFirst()
                .orElseThrow();
        assertThat(couple.votes()).extracting(Vote::model).containsExactly("hmnet");
        assertThat(couple.votes().get(0).confidence()).isGreaterThan(couple.confidence());
        assertThat(outvoted.relations()).noneMatch(r -> r.type().equals("PER-PER_couple"));
        restsOnWhatIsThere(document);
    }

    @Test
    void whereThereIsNothingToSeeThoseThatReadWordsDecideAndANoteSaysSo() {
        ExtractionResult result = extract("relations=text+TINY/hmnet+TINY/hvformer");
        ExtractionResult alone = extract("relations=text");

        assertThat(result.document().relations())
                .extracting(Relation::type, Relation::confidence, Relation::evidence)
                .isEqualTo(alone.document().relations().stream()
                        .map(r -> org.assertj.core.groups.Tuple.tuple(r.type(), r.confidence(), r.evidence()))
                        .toList());
        assertThat(relationModels(result.document())).containsExactly("newsreel-text-en");
        assertThat(result.notes())
                .containsExactly("there is nothing to see, so hmnet and hvformer did not vote on relations.");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aNetworkThatNobodyStandsInForReadsTheWordsAlone() {
        ExtractionResult result = extract("relations=TINY/hmnet");

        assertThat(result.document().relations()).extracting(Relation::type).containsExactly("PER-PER_couple");
        assertThat(result.document().relations().get(0).evidence())
                .allMatch(e -> e.mention().isPresent());
        assertThat(result.notes()).containsExactly("there is nothing to see, so hmnet read the words alone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hvformer", "dgfpt", "m3d", "mdocre"})
    void everyNetworkCanBeAsked(String network) throws Exception {
        MadeVideo.in(root.resolve("i/v.mp4")).frames(60);

        RolePlan plan = RolePlan.parse("relations=" + models.resolve(network), ExtractionPipelineTest.MODELS);
        ExtractionDocument document;
        ExtractionDocument again;
        try (ExtractionPipeline pipeline = ExtractionPipeline.open(PipelineConfig.of(plan))) {
            document = pipeline.extract(item()).document();
            again = pipeline.extract(item()).document();
        }

        assertThat(relationModels(document)).containsExactly(network);
        assertThat(document.relations()).isNotEmpty();
        assertThat(ExtractionJson.write(again)).isEqualTo(ExtractionJson.write(document));
        restsOnWhatIsThere(document);
        boolean seen = document.relations().stream()
                .flatMap(r -> r.evidence().stream())
                .anyMatch(e -> e.region().isPresent());
        // MDocRE's mention gate weighs mentions, and no chain has one in a frame here.
        assertThat(seen).isEqualTo(!network.equals("mdocre"));
        assertThat(document.regions()).allSatisfy(r -> {
            assertThat(r.media()).isEqualTo("v0");
            assertThat(r.t()).isPresent();
            assertThat(r.frame() / 25.0).isCloseTo(r.t().getAsDouble(), within(0.021));
        });
    }

    @Test
    void thePairNetworkThatShipsVotesWithoutPictures() throws IOException {
        article("Angela Merkel is the wife of Barack Obama. She lives in Berlin.");

        ExtractionResult result = extract("relations=newsreel-pair-en");

        assertThat(relationModels(result.document())).containsExactly("newsreel-pair-en");
        assertThat(result.notes()).isEmpty();
        restsOnWhatIsThere(result.document());
    }

    @Test
    void textInAnotherScriptIsNotReadByANetworkWithoutItsWords() throws IOException {
        article("特朗普去了北京大学。");

        ExtractionResult result = extract("relations=text+TINY/mdocre");

        assertThat(result.notes())
                .containsExactly("mdocre told no relations, for it does not have the words of this text.");
    }

    @Test
    void entitiesAndChainsCanComeFromNetworks() throws IOException {
        MadePicture.png(root.resolve("i/p.png"), 64, 48);

        ExtractionDocument mixed =
                extract("entities=TINY/hmnet-entities,chains=TINY/m3d").document();
        ExtractionDocument chained = extract("entities=TINY/hmnet-entities").document();

        assertThat(mixed.models())
                .extracting(ModelUse::role, ModelUse::name)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("entities", "hmnet-entities"),
                        org.assertj.core.groups.Tuple.tuple("chains", "m3d"),
                        org.assertj.core.groups.Tuple.tuple("relations", "newsreel-text-en"));
        assertThat(mixed.mentions()).isNotEmpty().isEqualTo(chained.mentions());
        assertThat(mixed.mentions()).extracting(Mention::confidence).containsOnly(0.7);
        for (ExtractionDocument document : List.of(mixed, chained)) {
            // No mention is lost, those of types that the chain model does not know included.
            assertThat(document.chains().stream()
                            .mapToInt(c -> c.mentions().size())
                            .sum())
                    .isEqualTo(document.mentions().size());
            restsOnWhatIsThere(document);
        }
    }

    @Test
    void whatANetworkSeesJoinsTheFaces() throws IOException {
        MadePicture.png(root.resolve("i/p.png"), 64, 48);

        ExtractionDocument faces = extract("regions=faces").document();
        ExtractionDocument both = extract("regions=faces+TINY/m3d").document();

        assertThat(both.models())
                .filteredOn(m -> m.role().equals("regions"))
                .extracting(ModelUse::name)
                .endsWith("m3d")
                .hasSizeGreaterThan(1);
        assertThat(both.regions()).hasSizeGreaterThan(faces.regions().size());
        assertThat(both.regions().subList(0, faces.regions().size())).isEqualTo(faces.regions());
        assertThat(both.regions().subList(faces.regions().size(), both.regions().size()))
                .allSatisfy(r -> assertThat(r.media()).isEqualTo("p0"))
                .extracting(Region::type)
                .doesNotContain(EntityType.MISC);
    }

    @Test
    void whatANetworkLookedAtCanBeWrittenAsNumbersAndAsAHeatMapOverTheFrame() throws Exception {
        MadeVideo.in(root.resolve("i/v.mp4")).frames(60);
        ExtractionResult result = extract("relations=TINY/hvformer");
        Path to = root.resolve("why");

        int files = Explanations.write(to, item(), result);

        assertThat(files).isEqualTo(2 * result.document().relations().size());
        JsonNode json =
                new JsonMapper().readTree(to.resolve("i-r0-hvformer.json").toFile());
        assertThat(json.get("type").asText())
                .isEqualTo(result.document().relations().get(0).type());
        double sum = 0;
        for (String share : List.of("words", "frames")) {
            for (JsonNode one : json.get(share)) {
                sum += one.get("weight").asDouble();
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
        assertThat(json.get("gates").has("text")).isTrue();
        assertThat(json.get("map").get("values"))
                .hasSize(json.get("map").get("rows").asInt()
                        * json.get("map").get("columns").asInt());
        BufferedImage picture =
                ImageIO.read(to.resolve(json.get("picture").asText()).toFile());
        assertThat(picture.getWidth()).isEqualTo(160);
        BufferedImage frame = FramePicture.of(
                        root.resolve("i/v.mp4"), json.get("map").get("frame").asInt())
                .orElseThrow();
        assertThat(frame.getWidth()).isEqualTo(picture.getWidth());
        // Something is laid over the frame somewhere.
        assertThat(differing(frame, picture)).isPositive();

        // The document keeps the same map, for whoever shows it.
        AttentionMap kept = result.document().relations().get(0).attentionMaps().get(0);
        assertThat(kept.network()).isEqualTo("hvformer");
        assertThat(kept.frame()).isEqualTo(json.get("map").get("frame").asInt());
        byte[] cells = Base64.getDecoder().decode(kept.cells());
        assertThat(cells).hasSize(json.get("map").get("values").size());
        double most = 0;
        for (JsonNode value : json.get("map").get("values")) {
            most = Math.max(most, value.asDouble());
        }
        for (int i = 0; i < cells.length; i++) {
            assertThat((cells[i] & 0xFF) / 255.0)
                    .isCloseTo(json.get("map").get("values").get(i).asDouble() / most, within(0.002));
        }
        assertThat(ExtractionJson.read(ExtractionJson.write(result.document()))).isEqualTo(result.document());
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void aDamagedModelIsOneSentence() throws IOException {
        Path damaged = TinyModels.hmnet(root, COUPLE);
        Files.write(damaged.resolve("weights.safetensors"), new byte[] {0}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> extract("relations=" + damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The model file " + damaged.resolve("weights.safetensors") + " is damaged");
    }
}
