package org.newsreel.corpus;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.kg.identity.Blocks;
import org.newsreel.kg.merge.Portrait;
import scala.Tuple2;

/**
 * Who stands in a block of names and who looks into it, while it is gathered. A block in which more stand than are looked
 * at is emptied: it finds nothing, and only how many stand in it still counts.
 */
final class BlockMembers implements Serializable {
    private static final long serialVersionUID = 1;

    /** An item says that one is also known as the other. */
    static final int CALLED = 4;

    private static final int LESSER_SEES = 1;
    private static final int GREATER_SEES = 2;
    /** IRIs hold none. */
    private static final char BETWEEN = ' ';

    /** One key's part in a block. */
    record Member(String iri, boolean stands, boolean looks) implements Serializable {}

    private int standing;
    private final ArrayList<String> stand = new ArrayList<>();
    private final ArrayList<String> look = new ArrayList<>();

    /** Every block that a key has a part in. */
    static List<Tuple2<String, Member>> of(Portrait portrait) {
        Blocks blocks = portrait.blocks();
        List<Tuple2<String, Member>> found = new ArrayList<>();
        for (String block : blocks.own()) {
            found.add(new Tuple2<>(
                    block, new Member(portrait.iri(), true, blocks.partners().contains(block))));
        }
        for (String block : blocks.partners()) {
            if (!blocks.own().contains(block)) {
                found.add(new Tuple2<>(block, new Member(portrait.iri(), false, true)));
            }
        }
        return found;
    }

    BlockMembers add(Member member, int crowded) {
        standing += member.stands() ? 1 : 0;
        if (standing <= crowded) {
            if (member.stands()) {
                stand.add(member.iri());
            }
            if (member.looks()) {
                look.add(member.iri());
            }
        }
        return thinned(crowded);
    }

    BlockMembers addAll(BlockMembers other, int crowded) {
        standing += other.standing;
        stand.addAll(other.stand);
        look.addAll(other.look);
        return thinned(crowded);
    }

    private BlockMembers thinned(int crowded) {
        if (standing > crowded) {
            stand.clear();
            look.clear();
        }
        return this;
    }

    /** Who sees whom here: pairs, each with which of its ends does. */
    List<Tuple2<String, Integer>> sightings() {
        List<Tuple2<String, Integer>> sightings = new ArrayList<>();
        for (String looking : look) {
            for (String seen : stand) {
                if (!looking.equals(seen)) {
                    sightings.add(new Tuple2<>(
                            pair(looking, seen), looking.compareTo(seen) < 0 ? LESSER_SEES : GREATER_SEES));
                }
            }
        }
        return sightings;
    }

    static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + BETWEEN + b : b + BETWEEN + a;
    }

    static Tuple2<String, String> ends(String pair) {
        int between = pair.indexOf(BETWEEN);
        return new Tuple2<>(pair.substring(0, between), pair.substring(between + 1));
    }

    /** Whether a pair is to be compared: each end sees the other, somewhere, or an item calls them one. */
    static boolean isMutual(int sightings) {
        return (sightings & CALLED) != 0 || sightings == (LESSER_SEES | GREATER_SEES);
    }
}
