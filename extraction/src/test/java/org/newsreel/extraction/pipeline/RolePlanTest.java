package org.newsreel.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.model.Role;
import org.newsreel.extraction.pipeline.RolePlan.Choice;

class RolePlanTest {
    @TempDir
    Path models;

    @BeforeEach
    void someModels() throws IOException {
        for (String network : new String[] {"hmnet", "hvformer", "hmnet-entities", "m3d"}) {
            config("my-" + network, "{\"network\": \"" + network + "\"}");
        }
        config("text-en", "{\"network\": {}}");
        config("bert", "{\"model_type\": \"bert\"}");
    }

    private void config(String name, String json) throws IOException {
        Files.writeString(Files.createDirectories(models.resolve(name)).resolve("config.json"), json);
    }

    private RolePlan plan(String given) {
        return RolePlan.parse(given, models);
    }

    private void refused(String given, String sentence) {
        assertThatThrownBy(() -> plan(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void nothingChosenIsWhatShips() {
        RolePlan plan = RolePlan.standard(models);

        assertThat(plan.of(Role.ENTITIES)).extracting(Choice::name).containsExactly("text");
        assertThat(plan.of(Role.CHAINS)).extracting(Choice::name).containsExactly("text");
        assertThat(plan.of(Role.RELATIONS)).extracting(Choice::name).containsExactly("text");
        assertThat(plan.of(Role.REGIONS)).extracting(Choice::name).containsExactly("faces");
    }

    @Test
    void aDirectoryLaidOutLikeTheOneThatShipsIsJustThat() throws IOException {
        Path other = Files.createDirectory(models.resolveSibling(models.getFileName() + "-other"));

        assertThat(plan(other.toString())).isEqualTo(RolePlan.standard(other));
        Files.delete(other);
    }

    @Test
    void rolesTakeModelsByNameAndWeight() {
        RolePlan plan = plan("relations=my-hmnet*0.5+text*2+my-hvformer,entities=my-hmnet-entities,regions=faces");

        // What ships comes first wherever it stands.
        assertThat(plan.of(Role.RELATIONS))
                .extracting(Choice::name, Choice::weight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("text", 2.0),
                        org.assertj.core.groups.Tuple.tuple("my-hmnet", 0.5),
                        org.assertj.core.groups.Tuple.tuple("my-hvformer", 1.0));
        assertThat(plan.one(Role.ENTITIES).directory()).contains(models.resolve("my-hmnet-entities"));
        assertThat(plan.one(Role.CHAINS).name()).isEqualTo("text");
    }

    @Test
    void aDirectoryOfModelsComesFirstAndAModelMayLieAnywhere() {
        RolePlan plan = RolePlan.parse(
                models + ",relations=my-hmnet+" + models.resolve("my-hvformer"), Path.of("does-not-exist"));

        assertThat(plan.models()).isEqualTo(models);
        assertThat(plan.of(Role.RELATIONS)).extracting(Choice::name).containsExactly("my-hmnet", "my-hvformer");
    }

    @Test
    void aNameAloneJoinsVotersAndTakesOtherRoles() {
        assertThat(plan("my-hmnet").of(Role.RELATIONS)).extracting(Choice::name).containsExactly("text", "my-hmnet");
        RolePlan m3d = plan("my-m3d,chains=text");
        assertThat(m3d.one(Role.ENTITIES).name()).isEqualTo("my-m3d");
        assertThat(m3d.one(Role.CHAINS).name()).isEqualTo("text");
        assertThat(m3d.of(Role.REGIONS)).extracting(Choice::name).containsExactly("faces", "my-m3d");
    }

    @Test
    void whatCannotBeIsOneSentence() {
        refused("people=my-hmnet", "there is no role people: give entities, chains, relations or regions");
        refused(
                "relations=nobody",
                "there is no model nobody in " + models
                        + ", and no directory of this name: newsreel models list shows those that are here");
        refused("entities=my-hmnet", "my-hmnet can't fill the role entities: newsreel models list shows what can");
        refused("regions=text", "text can't fill the role regions: newsreel models list shows what can");
        refused("relations=faces", "faces can't fill the role relations: newsreel models list shows what can");
        refused("relations=bert", "bert can't fill the role relations: newsreel models list shows what can");
        refused("bert", "bert fills no role by itself: newsreel models list shows what can");
        refused(
                "entities=text+my-hmnet-entities",
                "the role entities takes one model, not 2: only relations are voted on and only regions are put"
                        + " together");
        refused("relations=text+text", "a model is named twice for the role relations");
        refused(
                "relations=text,relations=my-hmnet",
                "the role relations is given twice: join its models with +, as in relations=text+NAME");
        refused("relations=my-hmnet*-1", "the weight of my-hmnet must be a number above 0, at most 1000, but is -1");
        refused("relations=", "there is an empty name: give ROLE=NAME+NAME between commas");
        refused(
                "relations=text-en",
                "text-en is a text model, which is chosen by the language of an item: say text, and give the"
                        + " directory that has it first");
    }
}
