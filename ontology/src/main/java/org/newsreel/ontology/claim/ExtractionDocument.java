package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Everything that was extracted from one version of one news item: one line of JSON Lines.
 *
 * <p>A document that exists is consistent: every reference resolves, every mention quotes the text at its offsets, no
 * mention is in two chains, and relations fit between chains that are there. Whether relation types and their domains
 * are known is the {@link org.newsreel.ontology.schema.RelationSchema}'s to say.
 *
 * @param id the item's id; any text that is not blank
 * @param version {@code sha256:} and 64 hexadecimal digits over everything in the item that counts
 * @param language BCP 47 language of the text, such as {@code en} or {@code zh}
 * @param headline of the item
 * @param published when, as ISO 8601 date or date and time
 * @param source who published it
 * @param url where it was published
 * @param text the article, empty for an item of pictures alone
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExtractionDocument(
        String id,
        String version,
        String language,
        Optional<String> headline,
        Optional<String> published,
        Optional<String> source,
        Optional<String> url,
        String text,
        List<Medium> media,
        List<Mention> mentions,
        List<EntityChain> chains,
        List<Relation> relations,
        List<Region> regions,
        List<ModelUse> models) {
    private static final Pattern VERSION = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    public ExtractionDocument {
        Claims.named(id, "document id");
        Claims.require(
                version != null && VERSION.matcher(version).matches(),
                "version must be sha256: and 64 hexadecimal digits but is %s",
                version);
        Claims.require(
                language != null && LANGUAGE.matcher(language).matches(),
                "language must be a BCP 47 tag such as en or zh but is %s",
                language);
        headline = headline == null ? Optional.empty() : headline;
        published = published == null ? Optional.empty() : published;
        source = source == null ? Optional.empty() : source;
        url = url == null ? Optional.empty() : url;
        Claims.require(text != null, "document %s has no text (an item without words has empty text)", id);
        media = Claims.copy(media);
        mentions = Claims.copy(mentions);
        chains = Claims.copy(chains);
        relations = Claims.copy(relations);
        regions = Claims.copy(regions);
        models = Claims.copy(models);

        Set<String> mediaIds = ids(media, Medium::id, "media");
        Set<String> mentionIds = ids(mentions, Mention::id, "mention");
        Set<String> chainIds = ids(chains, EntityChain::id, "chain");
        Set<String> regionIds = ids(regions, Region::id, "region");
        ids(relations, Relation::id, "relation");
        checkQuotes(text, mentions);
        for (Mention mention : mentions) {
            mention.spoken()
                    .ifPresent(spoken -> Claims.require(
                            mediaIds.contains(spoken.media()),
                            "mention %s is spoken in media %s, which is not there",
                            mention.id(),
                            spoken.media()));
        }
        Map<String, String> chainOf = new HashMap<>();
        for (EntityChain chain : chains) {
            for (String mention : chain.mentions()) {
                Claims.require(
                        mentionIds.contains(mention),
                        "chain %s names mention %s, which is not there",
                        chain.id(),
                        mention);
                String other = chainOf.put(mention, chain.id());
                Claims.require(other == null, "mention %s is in chains %s and %s", mention, other, chain.id());
            }
        }
        Set<String> seen = new HashSet<>();
        for (Region region : regions) {
            Claims.require(
                    mediaIds.contains(region.media()),
                    "region %s names media %s, which is not there",
                    region.id(),
                    region.media());
            region.chain().ifPresent(chain -> {
                Claims.require(
                        chainIds.contains(chain), "region %s names chain %s, which is not there", region.id(), chain);
                seen.add(chain);
            });
        }
        for (EntityChain chain : chains) {
            Claims.require(
                    !chain.mentions().isEmpty() || seen.contains(chain.id()),
                    "chain %s has neither a mention nor a region",
                    chain.id());
        }
        for (Relation relation : relations) {
            Claims.require(
                    chainIds.contains(relation.subject()),
                    "relation %s names subject %s, which is not there",
                    relation.id(),
                    relation.subject());
            Claims.require(
                    chainIds.contains(relation.object()),
                    "relation %s names object %s, which is not there",
                    relation.id(),
                    relation.object());
            for (AttentionMap map : relation.attentionMaps()) {
                Claims.require(
                        mediaIds.contains(map.media()),
                        "relation %s has an attention map over media %s, which is not there",
                        relation.id(),
                        map.media());
            }
            for (EvidenceRef evidence : relation.evidence()) {
                evidence.mention()
                        .ifPresent(m -> Claims.require(
                                mentionIds.contains(m),
                                "relation %s rests on mention %s, which is not there",
                                relation.id(),
                                m));
                evidence.region()
                        .ifPresent(r -> Claims.require(
                                regionIds.contains(r),
                                "relation %s rests on region %s, which is not there",
                                relation.id(),
                                r));
            }
        }
    }

    /** The same item with its media described otherwise, such as under other file names. */
    public ExtractionDocument withMedia(List<Medium> other) {
        return new ExtractionDocument(
                id, version, language, headline, published, source, url, text, other, mentions, chains, relations,
                regions, models);
    }

    /** The same item and models, claiming other chains, relations and regions of the same mentions. */
    public ExtractionDocument withClaims(
            List<EntityChain> otherChains, List<Relation> otherRelations, List<Region> otherRegions) {
        return new ExtractionDocument(
                id,
                version,
                language,
                headline,
                published,
                source,
                url,
                text,
                media,
                mentions,
                otherChains,
                otherRelations,
                otherRegions,
                models);
    }

    private static <T> Set<String> ids(List<T> values, Function<T, String> id, String what) {
        Set<String> ids = new HashSet<>();
        for (T value : values) {
            Claims.require(ids.add(id.apply(value)), "%s id %s is used twice", what, id.apply(value));
        }
        return ids;
    }

    private static void checkQuotes(String text, List<Mention> mentions) {
        CodePoints points = new CodePoints(text);
        for (Mention mention : mentions) {
            Claims.require(
                    mention.end() <= points.length(),
                    "mention %s ends at %s but the text has %s code points",
                    mention.id(),
                    mention.end(),
                    points.length());
            Claims.require(
                    points.slice(mention.start(), mention.end()).equals(mention.text()),
                    "mention %s quotes \"%s\" but the text has \"%s\" at [%s, %s)",
                    mention.id(),
                    mention.text(),
                    points.slice(mention.start(), mention.end()),
                    mention.start(),
                    mention.end());
        }
    }
}
