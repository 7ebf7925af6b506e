package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.ontology.claim.EntityType;

/**
 * What a mention's words say.
 *
 * @param start first character
 * @param end one past the last character
 * @param sentence number of the sentence that it begins in
 * @param head its last word
 * @param codes the thesaurus's codes of the head, or of the head's longest known ending
 * @param name what remains without the general words around it; empty for a description such as 警员
 * @param owner whose it is, as the text says before 的, or by 他, 她 or 其 just before; empty without
 */
record MentionView(
        EntityType type,
        int start,
        int end,
        String text,
        int sentence,
        String head,
        List<String> codes,
        String name,
        Gender gender,
        boolean plural,
        Article article,
        String owner) {
    enum Gender {
        UNKNOWN,
        MALE,
        FEMALE
    }

    /** What a description begins with: nothing, 一名 and the like, or 这 and the like. */
    enum Article {
        NONE,
        ONE,
        THIS
    }

    private static final String FEMALE = "女她妻母妈婆姐妹娘奶姑嫂婶姨媳妇妃后";
    private static final String MALE = "男他夫父爸公哥弟爷叔伯舅爹汉绅皇";
    private static final String QUANTIFIERS = "个名位家所座些群对";
    private static final List<String> PLURALS = List.of("两", "夫妇", "夫妻", "些");

    static MentionView of(ChineseText text, MentionSpan span) {
        String own = text.text().substring(span.from(), span.to());
        List<Segmentation.Word> words = words(text, span);
        String head = words.get(words.size() - 1).text();
        String name = name(own, span.from(), words, text.cilin());
        return new MentionView(
                span.type(),
                span.from(),
                span.to(),
                own,
                text.sentence(span.from()),
                head,
                text.cilin().ofEnding(head),
                name,
                name.length() == own.length() ? Gender.UNKNOWN : gender(own),
                own.endsWith("们") || own.endsWith("俩") || PLURALS.stream().anyMatch(own::contains),
                article(own),
                owner(text, span.from(), own));
    }

    boolean named() {
        return !name.isEmpty();
    }

    /** The head's first code, cut; "-" without one. */
    String code(int length) {
        return Cilin.first(codes, length);
    }

    /** The words inside; one that reaches over the mention's border is cut and has no tag. */
    private static List<Segmentation.Word> words(ChineseText text, MentionSpan span) {
        List<Segmentation.Word> words = new ArrayList<>();
        for (int i = span.from(); i < span.to(); ) {
            Segmentation.Word word = text.words().wordAt(i);
            boolean whole = word.start() >= span.from() && word.end() <= span.to();
            int end = Math.min(span.to(), word.end());
            words.add(new Segmentation.Word(i, end, text.text().substring(i, end), whole ? word.tag() : "?"));
            i = end;
        }
        return words;
    }

    private static String name(String own, int start, List<Segmentation.Word> words, Cilin cilin) {
        int from = 0;
        int to = words.size();
        while (from < to && isGeneral(words.get(from), cilin)) {
            from++;
        }
        while (to > from && isGeneral(words.get(to - 1), cilin)) {
            to--;
        }
        return from == to
                ? ""
                : own.substring(
                        words.get(from).start() - start, words.get(to - 1).end() - start);
    }

    private static boolean isGeneral(Segmentation.Word word, Cilin cilin) {
        String tag = word.tag();
        boolean proper = tag.startsWith("nr")
                || tag.startsWith("ns")
                || tag.equals("nz")
                || tag.equals("nx")
                || tag.equals("nt") && word.length() > 3;
        if (proper) {
            return false;
        }
        return switch (tag) {
            case "m", "q", "mq", "b", "nnt", "nnd", "nis" -> true;
            default ->
                tag.startsWith("u")
                        || !cilin.of(word.text()).isEmpty()
                        || tag.startsWith("n")
                                && word.length() > 1
                                && !cilin.ofEnding(word.text()).isEmpty();
        };
    }

    private static Gender gender(String own) {
        boolean female = own.chars().anyMatch(c -> FEMALE.indexOf(c) >= 0);
        boolean male = own.chars().anyMatch(c -> MALE.indexOf(c) >= 0);
        return female == male ? Gender.UNKNOWN : female ? Gender.FEMALE : Gender.MALE;
    }

    private static Article article(String own) {
        char first = own.charAt(0);
        if (first == '某' || first == '一' && own.length() > 1 && QUANTIFIERS.indexOf(own.charAt(1)) >= 0) {
            return Article.ONE;
        }
        return "这那该".indexOf(first) >= 0 ? Article.THIS : Article.NONE;
    }

    private static String owner(ChineseText text, int start, String own) {
        int of = own.lastIndexOf('的');
        if (of > 0) {
            return own.substring(0, of);
        }
        char before = text.at(start - 1);
        if (start > 1 && before == '的') {
            return text.words().wordAt(start - 2).text();
        }
        return start > 0 && "他她其".indexOf(before) >= 0 ? String.valueOf(before) : "";
    }
}
