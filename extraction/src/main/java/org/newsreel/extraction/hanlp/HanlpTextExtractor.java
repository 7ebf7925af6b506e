package org.newsreel.extraction.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.text.TextExtractor;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

/**
 * Persons, places, organisations and times in Chinese text, as HanLP's part-of-speech tags name them ({@code nr},
 * {@code ns}, {@code nt}, {@code t}). Mentions of one type with the same words are one chain. There are no relations.
 * May be shared by threads.
 */
public final class HanlpTextExtractor implements TextExtractor {
    private static final String NAME = "hanlp-portable-1.8.6";

    /** Longer texts are segmented line by line in pieces of about this size, because a lattice is built for each. */
    private static final int PIECE = 20_000;

    private final Segment segment;
    private final List<ModelUse> models;

    private HanlpTextExtractor(Segment segment, List<ModelUse> models) {
        this.segment = segment;
        this.models = models;
    }

    /** Loads the dictionaries, which takes about a second. */
    public static HanlpTextExtractor load() {
        JarData data = JarData.install();
        Segment segment = HanLP.newSegment("viterbi")
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enableJapaneseNameRecognize(true)
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true)
                .enableOffset(true);
        segment.seg("加载");
        String hash = data.sha256();
        return new HanlpTextExtractor(segment, List.of(use("entities", hash), use("chains", hash)));
    }

    private static ModelUse use(String role, String hash) {
        return new ModelUse(role, NAME, hash, Optional.of("cpu"), OptionalDouble.empty());
    }

    @Override
    public TextClaims extract(String text) {
        CodePoints points = new CodePoints(text);
        List<Mention> mentions = new ArrayList<>();
        Map<String, List<Mention>> chains = new LinkedHashMap<>();
        for (Name name : Name.join(text, candidates(text))) {
            int start = points.toOffset(name.start());
            int end = points.toOffset(name.end());
            String words = text.substring(name.start(), name.end());
            Mention mention = new Mention("m" + mentions.size(), name.type(), start, end, words, name.confidence());
            mentions.add(mention);
            chains.computeIfAbsent(name.type() + " " + words, key -> new ArrayList<>())
                    .add(mention);
        }
        List<EntityChain> entities = new ArrayList<>();
        for (List<Mention> chain : chains.values()) {
            entities.add(new EntityChain(
                    "c" + entities.size(),
                    chain.get(0).type(),
                    chain.get(0).text(),
                    chain.stream().map(Mention::id).toList()));
        }
        return new TextClaims(mentions, entities, List.of());
    }

    private List<Name> candidates(String text) {
        List<Name> names = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = pieceEnd(text, from);
            for (Term term : segment.seg(text.substring(from, to))) {
                int start = from + term.offset;
                Optional<EntityType> type = Name.typeOf(String.valueOf(term.nature));
                if (type.isPresent() && text.startsWith(term.word, start)) {
                    names.add(new Name(type.get(), start, start + term.word.length()));
                }
            }
            from = to;
        }
        return names;
    }

    private static int pieceEnd(String text, int from) {
        if (text.length() - from <= PIECE) {
            return text.length();
        }
        for (int end = from + PIECE; end > from + PIECE / 2; end--) {
            if ("\n。！？".indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        int end = from + PIECE;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    @Override
    public List<ModelUse> models() {
        return models;
    }

    @Override
    public void close() {
        // HanLP keeps its dictionaries for the life of the process.
    }
}
