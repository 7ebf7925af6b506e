package org.newsreel.training.made;

import java.util.ArrayList;
import java.util.List;

/**
 * What a language has for the made world: names, and sentences with places for them. {@code A} and {@code B} stand for
 * people, {@code O} for an organisation, {@code L} for a place, {@code X} for a name that may be either, {@code T} for a
 * time; other tokens are words. No word of a sentence tells what a picture has to tell.
 */
public enum Tongue {
    ENGLISH(
            "en",
            "Ada Bram Cleo Dorin Edda Faro Gita Hugo Isla Joren",
            "Abbey Brook Carver Dunmore Ellis Falk Grove Harrow Ivers Jessop Keller Lunde Marsh Norling Oakes Pryce"
                    + " Quill Rowan Stroud Thorne",
            "Tidewell Caldwick Lantern Hailan Orrery Brightmoor",
            "Varden Halmere Brannoch Qinglan Ostley Tarn",
            "Marlow Sutter Verity Ashby Colne Denholm Farley Garrick Hadley Inver Kendrick Loxley",
            "Monday Tuesday Friday Sunday") {
        @Override
        List<String> told(Fact fact) {
            return switch (fact) {
                case COUPLE -> List.of("A married B on T .", "A , the wife of B , smiled .", "B is the husband of A .");
                case COLLEAGUE -> List.of("A works beside B .", "A and B share an office .");
                case PARENT -> List.of("A is the mother of B .", "B is a child of A .", "A raised B .");
                case STRANGERS -> List.of("A never met B .", "A does not know B .");
                case MEMBER -> List.of("A works for O .", "A joined O on T .", "O hired A .");
                case OUTSIDER -> List.of("A turned O down .", "A sued O on T .");
                case VISITOR -> List.of("A stayed in L .", "A flew to L on T .");
                case ABSENT -> List.of("A never saw L .", "A stayed away from L .");
            };
        }

        @Override
        List<String> open(Kind kind) {
            return switch (kind) {
                case PEOPLE -> List.of("A and B were in the news on T .", "there is talk of A and B .");
                case MEMBERSHIP -> List.of("A spoke about O on T .", "O is what A spoke of .");
                case VISIT -> List.of("A spoke about L on T .", "L is what A spoke of .");
            };
        }

        @Override
        List<String> named(String type) {
            return switch (type) {
                case "PER" -> List.of("the singer X went home .", "X , a doctor , slept .");
                case "LOC" -> List.of("the town of X is old .", "it rained in X all day .");
                case "ORG" -> List.of("the firm X lost money .", "X fired its staff .");
                default -> List.of("X was in the news .", "there was talk of X on T .", "everyone asked about X .");
            };
        }

        @Override
        List<String> idle() {
            return List.of("it rained all day .", "nobody was surprised .", "that was on T .");
        }
    },
    CHINESE(
            "zh",
            "安 博 晨 达 恩 芳 刚 浩 佳 凯",
            "艾 白 陈 邓 冯 高 韩 江 柯 林 马 倪 潘 钱 任 苏 唐 徐 杨 翟 左 邹",
            "泰威 海岚 灯塔 明远 奥瑞 卡德",
            "瓦登 青岚 哈尔 布诺 奥斯 塔恩",
            "马洛 萨特 维里 阿什 科恩 登霍 法利 加里 哈德 因沃 肯德 洛克",
            "周一 周二 周五 周日") {
        @Override
        List<String> told(Fact fact) {
            return switch (fact) {
                case COUPLE -> List.of("A 在 T 与 B 结 婚 。", "A 是 B 的 妻 子 。");
                case COLLEAGUE -> List.of("A 和 B 是 同 事 。", "A 与 B 同 一 办 公 室 。");
                case PARENT -> List.of("A 是 B 的 母 亲 。", "A 养 大 了 B 。");
                case STRANGERS -> List.of("A 从 未 见 过 B 。", "A 不 认 识 B 。");
                case MEMBER -> List.of("A 在 O 工 作 。", "A 于 T 加 入 O 。");
                case OUTSIDER -> List.of("A 拒 绝 了 O 。", "A 在 T 起 诉 O 。");
                case VISITOR -> List.of("A 住 在 L 。", "A 在 T 飞 往 L 。");
                case ABSENT -> List.of("A 从 未 去 过 L 。", "A 远 离 L 。");
            };
        }

        @Override
        List<String> open(Kind kind) {
            return switch (kind) {
                case PEOPLE -> List.of("A 和 B 在 T 上 了 新 闻 。", "大 家 谈 论 A 和 B 。");
                case MEMBERSHIP -> List.of("A 在 T 谈 到 O 。", "A 说 起 了 O 。");
                case VISIT -> List.of("A 在 T 谈 到 L 。", "A 说 起 了 L 。");
            };
        }

        @Override
        List<String> named(String type) {
            return switch (type) {
                case "PER" -> List.of("歌 手 X 回 家 了 。", "医 生 X 睡 了 。");
                case "LOC" -> List.of("古 城 X 很 美 。", "X 整 天 下 雨 。");
                case "ORG" -> List.of("公 司 X 亏 损 了 。", "X 裁 员 了 。");
                default -> List.of("X 上 了 新 闻 。", "大 家 在 T 谈 论 X 。");
            };
        }

        @Override
        List<String> idle() {
            return List.of("整 天 下 雨 。", "没 有 人 惊 讶 。", "那 是 在 T 。");
        }
    };

    /** What a sentence says of two entities; which of them is a relation, {@link #relation} says. */
    enum Fact {
        COUPLE("PER-PER_couple", Kind.PEOPLE),
        COLLEAGUE("PER-PER_colleague", Kind.PEOPLE),
        PARENT("PER-PER_parents", Kind.PEOPLE),
        STRANGERS(MadeItem.NONE, Kind.PEOPLE),
        MEMBER("PER-ORG_member", Kind.MEMBERSHIP),
        OUTSIDER(MadeItem.NONE, Kind.MEMBERSHIP),
        VISITOR("PER-LOC_located", Kind.VISIT),
        ABSENT(MadeItem.NONE, Kind.VISIT);

        private final String relation;
        private final Kind kind;

        Fact(String relation, Kind kind) {
            this.relation = relation;
            this.kind = kind;
        }

        String relation() {
            return relation;
        }

        Kind kind() {
            return kind;
        }
    }

    /** Between what kinds of entities a fact is. */
    enum Kind {
        PEOPLE,
        MEMBERSHIP,
        VISIT
    }

    private final String code;
    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<String> organisations;
    private final List<String> places;
    private final List<String> ambiguous;
    private final List<String> times;

    Tongue(
            String code,
            String firstNames,
            String lastNames,
            String organisations,
            String places,
            String ambiguous,
            String times) {
        this.code = code;
        this.firstNames = List.of(firstNames.split(" "));
        this.lastNames = List.of(lastNames.split(" "));
        this.organisations = List.of(organisations.split(" "));
        this.places = List.of(places.split(" "));
        this.ambiguous = List.of(ambiguous.split(" "));
        this.times = List.of(times.split(" "));
    }

    /** As in BCP 47. */
    public String code() {
        return code;
    }

    List<String> firstNames() {
        return firstNames;
    }

    List<String> lastNames() {
        return lastNames;
    }

    List<String> organisations() {
        return organisations;
    }

    List<String> places() {
        return places;
    }

    List<String> ambiguous() {
        return ambiguous;
    }

    List<String> times() {
        return times;
    }

    /** Sentences that say a fact. */
    abstract List<String> told(Fact fact);

    /** Sentences that name two entities and leave open what they have to do with each other. */
    abstract List<String> open(Kind kind);

    /** Sentences that say what a name is: PER, LOC, ORG, or by {@code ""} that leave it open. */
    abstract List<String> named(String type);

    /** Sentences about nothing. */
    abstract List<String> idle();

    /** Every token that a text of this language can have. */
    List<String> tokens() {
        List<String> all = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            told(fact).forEach(s -> all.addAll(List.of(s.split(" "))));
        }
        for (Kind kind : Kind.values()) {
            open(kind).forEach(s -> all.addAll(List.of(s.split(" "))));
        }
        for (String type : List.of("PER", "LOC", "ORG", "")) {
            named(type).forEach(s -> all.addAll(List.of(s.split(" "))));
        }
        idle().forEach(s -> all.addAll(List.of(s.split(" "))));
        all.removeIf(token -> token.length() == 1 && "ABOLXT".contains(token));
        List.of(firstNames, lastNames, organisations, places, ambiguous, times).forEach(all::addAll);
        return all.stream().distinct().toList();
    }
}
