package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsreel.extraction.region.Scenery.LEFT;
import static org.newsreel.extraction.region.Scenery.RIGHT;
import static org.newsreel.extraction.region.Scenery.ROOM;
import static org.newsreel.extraction.region.Scenery.STREET;
import static org.newsreel.extraction.region.Scenery.face;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Box;

class FaceTrackerTest {
    @Test
    void joinsOverlappingFacesOfOneShotAndKeepsNeighboursApart() {
        Scenery scenery = new Scenery();
        for (int i = 0; i < 4; i++) {
            Box moving = new Box(0.1 + 0.03 * i, 0.2, 0.2, 0.4);
            scenery.sees(ROOM, List.of(face(moving), face(RIGHT)));
        }
        List<FaceTrack> tracks = FaceTracker.tracks(scenery.video());
        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).sightings()).hasSize(4);
        assertThat(tracks.get(0).end().face().box().x()).isEqualTo(0.19);
        assertThat(tracks.get(1).end().face().box()).isEqualTo(RIGHT);
    }

    @Test
    void endsTracksAtACutEvenIfTheNextFaceIsInTheSamePlace() {
        Scenery scenery = new Scenery().sees(3, ROOM, List.of(face(LEFT))).sees(3, STREET, List.of(face(LEFT)));
        assertThat(FaceTracker.tracks(scenery.video()))
                .extracting(track -> track.start().sample())
                .containsExactly(0, 3);
    }

    @Test
    void bridgesTwoMissedSamplesButNotThree() {
        Scenery two = new Scenery()
                .sees(ROOM, List.of(face(LEFT)))
                .sees(2, ROOM, List.of())
                .sees(ROOM, List.of(face(LEFT)));
        assertThat(FaceTracker.tracks(two.video())).hasSize(1);
        Scenery three = new Scenery()
                .sees(ROOM, List.of(face(LEFT)))
                .sees(3, ROOM, List.of())
                .sees(ROOM, List.of(face(LEFT)));
        assertThat(FaceTracker.tracks(three.video())).hasSize(2);
    }

    @Test
    void countsWeakFacesOnlyInsideTracksThatAreStrongSomewhere() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of(face(LEFT, 3), face(RIGHT, 6)))
                .sees(ROOM, List.of(face(LEFT, 12), face(RIGHT, 6)))
                .sees(ROOM, List.of(face(LEFT, 3), face(RIGHT, 6)));
        List<FaceTrack> tracks = FaceTracker.tracks(scenery.video());
        assertThat(tracks).hasSize(1);
        assertThat(tracks.get(0).sightings()).hasSize(3);
    }

    @Test
    void asksMoreOfAFaceThatOnlyOneSampleShows() {
        Scenery weak = new Scenery().sees(ROOM, List.of(face(LEFT, 12))).sees(ROOM, List.of());
        Scenery strong = new Scenery().sees(ROOM, List.of(face(LEFT, 17))).sees(ROOM, List.of());
        assertThat(FaceTracker.tracks(weak.video())).isEmpty();
        assertThat(FaceTracker.tracks(strong.video())).hasSize(1);
    }
}
