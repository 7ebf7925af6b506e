package org.newsreel.kg.identity;

import java.util.Set;
import java.util.TreeSet;
import org.newsreel.ontology.claim.EntityType;

/**
 * Where to look for names that could be an entity's too, so that nobody has to compare all with all. A key stands in
 * its own blocks and looks into its opposite ones; both sides see a pair or neither does.
 *
 * @param own blocks that this key stands in
 * @param partners blocks whose keys this key is compared with
 */
public record Blocks(Set<String> own, Set<String> partners) {
    private static final Blocks NONE = new Blocks(Set.of(), Set.of());

    /** The blocks of a key; none for times and for names that only describe. */
    public static Blocks of(EntityKey key) {
        return switch (key.type()) {
            case PER -> persons(PersonName.of(key));
            case ORG, LOC, MISC -> key.shared() ? things(key) : NONE;
            case TIME -> NONE;
        };
    }

    /**
     * Full names stand under family name and initial ({@code F}), and once more under the family name alone ({@code S})
     * and its sound ({@code X}), where one-word names ({@code L}) and Chinese renderings ({@code Y}) look for them.
     */
    private static Blocks persons(PersonName name) {
        Set<String> own = new TreeSet<>();
        Set<String> partners = new TreeSet<>();
        switch (name.form()) {
            case WORDS -> {
                String sound = Sounds.consonants(name.family());
                if (name.isBare()) {
                    own.add("L " + name.family());
                    partners.add("S " + name.family());
                    partners.add("L " + name.family());
                } else {
                    fullName(name, own);
                    partners.addAll(own);
                    own.add("S " + name.family());
                    partners.add("L " + name.family());
                }
                if (sound.length() >= 2) {
                    own.add("X " + sound);
                    partners.add("Y " + sound);
                }
            }
            case CHINESE -> {
                String pinyin = Sounds.surname(name.family()) + " "
                        + Sounds.syllables(name.given().get(0)).stream()
                                .findFirst()
                                .map(s -> s.substring(0, 1))
                                .orElse("");
                own.add("F " + pinyin);
                partners.add("F " + pinyin);
                rendered(Sounds.consonantsOfHan(name.characters()), own, partners);
            }
            case RENDERED -> rendered(Sounds.consonantsOfHan(name.family()), own, partners);
            case OTHER -> {
                return NONE;
            }
        }
        return new Blocks(own, partners);
    }

    private static void fullName(PersonName name, Set<String> own) {
        String initial = Nicknames.full(name.given().get(0)).substring(0, 1);
        own.add("F " + name.family() + " " + initial);
        // Initials say nothing of a nickname: B. Vey may be Robert, called Bob.
        own.add("F " + name.family() + " " + name.given().get(0).charAt(0));
        boolean pinyin = Sounds.looksLikePinyin(name.family())
                && name.given().stream().allMatch(word -> word.length() > 1 && Sounds.looksLikePinyin(word));
        if (pinyin) {
            String second = name.given().size() > 1 ? name.given().get(1) : name.family();
            own.add("F " + name.given().get(0) + " " + second.charAt(0));
        }
    }

    private static void rendered(String sound, Set<String> own, Set<String> partners) {
        if (sound.length() >= 2) {
            own.add("Y " + sound);
            partners.add("X " + sound);
            partners.add("Y " + sound);
        }
    }

    private static Blocks things(EntityKey key) {
        Set<String> own = new TreeSet<>();
        String type = key.type().name();
        String core = ThingNames.core(key);
        if (core.isEmpty()) {
            return NONE;
        }
        own.add(type + " " + core);
        Set<String> partners = new TreeSet<>(own);
        if (key.type() != EntityType.MISC) {
            String initials = ThingNames.initials(key);
            if (!initials.isEmpty()) {
                own.add(type + " I " + initials);
                partners.add(type + " A " + initials);
            }
            if (ThingNames.isAcronym(key)) {
                own.add(type + " A " + core);
                partners.add(type + " I " + core);
            }
        }
        if (key.type() == EntityType.LOC) {
            String sound = ThingNames.sound(key);
            boolean han = Sounds.isHan(core);
            if (sound.length() >= 2) {
                own.add((han ? "LOC Y " : "LOC X ") + sound);
                partners.add((han ? "LOC X " : "LOC Y ") + sound);
            }
        }
        return new Blocks(own, partners);
    }
}
