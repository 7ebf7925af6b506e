package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsreel.extraction.region.Scenery.ROOM;
import static org.newsreel.extraction.region.Scenery.caption;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionVoteTest {
    @Test
    void acceptsWhatTwoNeighbouringSamplesRead() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of())
                .sees(2, ROOM, List.of(), caption("Ada Quillon", "MAYOR OF BRANNOCH"))
                .sees(ROOM, List.of());
        List<Caption> captions = CaptionVote.captions(scenery.samples());
        assertThat(captions).hasSize(1);
        assertThat(captions.get(0).reading().text()).isEqualTo("Ada Quillon\nMAYOR OF BRANNOCH");
        assertThat(captions.get(0).first()).isEqualTo(1);
        assertThat(captions.get(0).last()).isEqualTo(2);
        assertThat(captions.get(0).agreeing()).isEqualTo(2);
    }

    @Test
    void dropsWhatOnlyOneSampleReadsAndNoiseThatChanges() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of(), caption("VekA"))
                .sees(ROOM, List.of(), caption("Moir"))
                .sees(ROOM, List.of(), caption("thw s"))
                .sees(ROOM, List.of(), caption("Ada Quillon", "MAYOR OF BRANNOCH"));
        assertThat(CaptionVote.captions(scenery.samples())).isEmpty();
    }

    @Test
    void doesNotLetReadingsAgreeAcrossALongGap() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of(), caption("Ada Quillon"))
                .sees(3, ROOM, List.of())
                .sees(ROOM, List.of(), caption("Ada Quillon"));
        assertThat(CaptionVote.captions(scenery.samples())).isEmpty();
    }

    @Test
    void electsTheReadingThatMostOthersSupport() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of(), caption("Tarig Ossmar"))
                .sees(ROOM, List.of(), caption("Tariq Ossmar"))
                .sees(ROOM, List.of(), caption("Tariq Ossmar"));
        assertThat(CaptionVote.captions(scenery.samples()).get(0).reading().text())
                .isEqualTo("Tariq Ossmar");
    }

    @Test
    void takesTheWholeNameWhenAnotherSampleCaughtOnlyItsBeginning() {
        Scenery scenery = new Scenery()
                .sees(ROOM, List.of(), caption("Maxwell Ferrowe"))
                .sees(ROOM, List.of(), caption("Maxwell"));
        assertThat(CaptionVote.captions(scenery.samples()).get(0).reading().text())
                .isEqualTo("Maxwell Ferrowe");
    }
}
