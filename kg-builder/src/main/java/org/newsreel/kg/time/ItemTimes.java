package org.newsreel.kg.time;

import java.text.BreakIterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * The times of one document: what its time chains mean, and when its relations hold. A relation holds at a time when all
 * its text evidence lies in one sentence, that sentence names exactly one time, and the time stands among the evidence or
 * next to it. The rule is crude, so the statement keeps the mention that it took, and says nothing of relations to times
 * themselves.
 */
public final class ItemTimes {
    /** Code points between a time and the evidence: room for "in the autumn of", not for another clause. */
    private static final int NEXT = 20;

    private final ExtractionDocument document;
    private final Map<String, TimeSpan> spans = new LinkedHashMap<>();
    private final Map<String, Mention> mentions = new HashMap<>();
    private final Map<String, EntityChain> chainOf = new HashMap<>();
    private final Map<String, EntityChain> chains = new HashMap<>();
    private final List<Integer> sentenceEnds = new ArrayList<>();

    public ItemTimes(ExtractionDocument document) {
        this.document = document;
        Optional<LocalDate> written = document.published().flatMap(ItemTimes::day);
        document.mentions().forEach(mention -> mentions.put(mention.id(), mention));
        for (EntityChain chain : document.chains()) {
            chains.put(chain.id(), chain);
            chain.mentions().forEach(mention -> chainOf.put(mention, chain));
            if (chain.type() == EntityType.TIME) {
                TimeExpressions.read(chain.name(), document.language(), written)
                        .ifPresent(span -> spans.put(chain.id(), span));
            }
        }
        sentences();
    }

    /**
     * When a relation holds.
     *
     * @param chain id of the time's chain
     * @param mention id of the mention that says so
     */
    public record Held(String chain, String mention) {}

    /** What a chain means; empty for chains that are no times and times that can't be told. */
    public Optional<TimeSpan> span(String chain) {
        return Optional.ofNullable(spans.get(chain));
    }

    /** When a relation of the document holds, where the text says so. */
    public Optional<Held> held(Relation relation) {
        if (isTime(relation.subject()) || isTime(relation.object())) {
            return Optional.empty();
        }
        List<Mention> words = relation.evidence().stream()
                .flatMap(evidence -> evidence.mention().stream())
                .map(mentions::get)
                .toList();
        List<Integer> sentences = words.stream()
                .map(mention -> sentence(mention.start()))
                .distinct()
                .toList();
        if (sentences.size() != 1) {
            return Optional.empty();
        }
        List<Mention> times = document.mentions().stream()
                .filter(mention -> mention.type() == EntityType.TIME && sentence(mention.start()) == sentences.get(0))
                .toList();
        if (times.size() != 1 || !chainOf.containsKey(times.get(0).id()) || gap(times.get(0), words) > NEXT) {
            return Optional.empty();
        }
        return Optional.of(
                new Held(chainOf.get(times.get(0).id()).id(), times.get(0).id()));
    }

    /** Code points between a time and what a relation rests on; none or fewer when it stands among that. */
    private static int gap(Mention time, List<Mention> words) {
        int first = words.stream().mapToInt(Mention::start).min().orElseThrow();
        int last = words.stream().mapToInt(Mention::end).max().orElseThrow();
        return Math.max(first - time.end(), time.start() - last);
    }

    private boolean isTime(String chain) {
        return chains.get(chain).type() == EntityType.TIME;
    }

    private void sentences() {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(document.language()));
        sentences.setText(document.text());
        CodePoints points = new CodePoints(document.text());
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            sentenceEnds.add(points.toOffset(end));
        }
    }

    private int sentence(int offset) {
        int low = 0;
        int high = sentenceEnds.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentenceEnds.get(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The day that an ISO 8601 date or time names where it was written. */
    private static Optional<LocalDate> day(String published) {
        String text = published.strip();
        if (text.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
