package org.newsreel.kg.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.newsreel.kg.NamedNews;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * News of a made society in which it is known who is meant: people share family names, are called by full name, initial,
 * title, nickname, family name alone, in pinyin or in Chinese characters, misspelt now and then, and keep the company of
 * those they work with. A seed gives the society and its news.
 */
final class MadeSociety {
    private static final String[] FAMILY = {
        "Holm",
        "Vey",
        "Ruiz",
        "Okafor",
        "Lindqvist",
        "Marsh",
        "Tanner",
        "Adler",
        "Brandt",
        "Castellan",
        "Dorn",
        "Ekström",
        "Farrow",
        "Galloway",
        "Hatch",
        "Ibarra",
        "Jansen",
        "Kessler",
        "Lorne",
        "Moreau",
        "Nyberg",
        "Ostrow",
        "Pell",
        "Quill",
        "Rask",
        "Sorley",
        "Thorne",
        "Ulm",
        "Vance",
        "Whitlock",
        "Yarrow",
        "Zeller",
        "Abbott",
        "Barlow",
        "Crane",
        "Drake",
        "Ellis",
        "Fenn",
        "Grieve",
        "Harlan",
        "Irving",
        "Joyce",
        "Keane",
        "Lund",
        "Merrow",
        "North",
        "Orr",
        "Prior",
        "Rhodes",
        "Stroud",
        "Tate",
        "Usher",
        "Voss",
        "Wray",
        "York",
        "Zorn",
        "Ames",
        "Bell",
        "Cole",
        "Dunn"
    };
    private static final String[] GIVEN = {
        "Robert",
        "William",
        "Richard",
        "James",
        "Michael",
        "Thomas",
        "Joseph",
        "Edward",
        "Charles",
        "David",
        "Daniel",
        "Andrew",
        "Anthony",
        "Matthew",
        "Peter",
        "Samuel",
        "Benjamin",
        "Elizabeth",
        "Margaret",
        "Catherine",
        "Patricia",
        "Jennifer",
        "Rebecca",
        "Susan",
        "Victoria",
        "Mira",
        "Tomas",
        "Ana",
        "Ilse",
        "Nora",
        "Oskar",
        "Petra",
        "Quentin",
        "Rosa",
        "Stefan",
        "Tilda",
        "Ursula",
        "Viktor",
        "Wanda",
        "Xavier",
        "Yvonne",
        "Zoe",
        "Hugo",
        "Greta",
        "Felix",
        "Edith",
        "Dora",
        "Clara",
        "Boris",
        "Agnes",
        "Leo",
        "Karin",
        "Jonas",
        "Ingrid",
        "Henrik",
        "Gustav",
        "Frida"
    };
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("Robert", "Bob"),
            Map.entry("William", "Bill"),
            Map.entry("Richard", "Dick"),
            Map.entry("James", "Jim"),
            Map.entry("Michael", "Mike"),
            Map.entry("Thomas", "Tom"),
            Map.entry("Joseph", "Joe"),
            Map.entry("Edward", "Ted"),
            Map.entry("David", "Dave"),
            Map.entry("Daniel", "Dan"),
            Map.entry("Andrew", "Andy"),
            Map.entry("Anthony", "Tony"),
            Map.entry("Elizabeth", "Liz"),
            Map.entry("Margaret", "Peggy"),
            Map.entry("Catherine", "Kate"),
            Map.entry("Rebecca", "Becky"),
            Map.entry("Susan", "Sue"),
            Map.entry("Victoria", "Vicky"));
    private static final String[][] CHINESE_FAMILY = {
        {"叶", "Ye"},
        {"王", "Wang"},
        {"李", "Li"},
        {"张", "Zhang"},
        {"陈", "Chen"},
        {"刘", "Liu"},
        {"赵", "Zhao"},
        {"周", "Zhou"},
        {"吴", "Wu"},
        {"孙", "Sun"},
        {"朱", "Zhu"},
        {"林", "Lin"}
    };
    private static final String[][] SYLLABLES = {
        {"小", "xiao"}, {"川", "chuan"}, {"明", "ming"}, {"华", "hua"}, {"丽", "li"}, {"伟", "wei"}, {"建", "jian"},
        {"国", "guo"}, {"志", "zhi"}, {"强", "qiang"}, {"芳", "fang"}, {"雪", "xue"}, {"文", "wen"}, {"海", "hai"},
        {"云", "yun"}, {"春", "chun"}, {"光", "guang"}, {"平", "ping"}
    };
    /** Well-known renderings, so that the rule is not measured on renderings that it made itself. */
    private static final String[][] RENDERED_FAMILY = {
        {"Clinton", "克林顿"}, {"Biden", "拜登"}, {"Johnson", "约翰逊"}, {"Phelps", "菲尔普斯"}, {"Jackson", "杰克逊"},
        {"Wilson", "威尔逊"}, {"Nixon", "尼克松"}, {"Reagan", "里根"}, {"Merkel", "默克尔"}, {"Obama", "奥巴马"},
        {"Trump", "特朗普"}, {"Kennedy", "肯尼迪"}, {"Lincoln", "林肯"}, {"Carter", "卡特"}, {"Sanders", "桑德斯"},
        {"Thompson", "汤普森"}, {"Anderson", "安德森"}, {"Roberts", "罗伯茨"}, {"Davis", "戴维斯"}, {"Martin", "马丁"}
    };

    private static final String[][] RENDERED_GIVEN = {
        {"Michael", "迈克尔"}, {"David", "大卫"}, {"Robert", "罗伯特"}, {"Thomas", "托马斯"}, {"Daniel", "丹尼尔"},
        {"Peter", "彼得"}, {"Martin", "马丁"}, {"Linda", "琳达"}, {"Angela", "安格拉"}, {"Bernard", "伯纳德"},
        {"Donald", "唐纳德"}, {"Richard", "理查德"}, {"Anna", "安娜"}, {"Maria", "玛丽亚"}, {"Carl", "卡尔"}
    };
    private static final String[] TOWNS = {
        "Sella", "Norvik", "Brannoch", "Tarn", "Elmsworth", "Corvane", "Dunmere", "Halden"
    };
    private static final String[] KINDS = {"Institute", "Herald", "Council", "University", "Hospital", "Trust"};

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    /** Who is meant by chain {@code c} of an item: {@code item + " " + c} to the person's number. */
    private final Map<String, Integer> meant = new LinkedHashMap<>();

    private MadeSociety(long seed) {
        this.random = new Random(seed);
    }

    private record Person(
            int number,
            String given,
            String middle,
            String family,
            String han,
            boolean woman,
            String group,
            String town) {}

    record News(List<ExtractionDocument> items, Map<String, Integer> meant) {}

    /** News that names {@code count} people in {@code mentions} places. */
    static News of(long seed, int count, int mentions) {
        MadeSociety society = new MadeSociety(seed);
        society.populate(count);
        List<ExtractionDocument> items = new ArrayList<>();
        while (society.meant.size() < mentions) {
            items.add(society.item("item " + items.size()));
        }
        return new News(items, society.meant);
    }

    private void populate(int count) {
        Set<String> used = new HashSet<>();
        while (people.size() < count) {
            int n = people.size();
            // Groups of ten or so; some towns and families are larger than others.
            String town = TOWNS[skewed(TOWNS.length)];
            String group = town + " " + KINDS[(n / 11) % KINDS.length] + " " + (char) ('A' + (n / 66) % 26)
                    + (char) ('a' + (n / 200) % 26);
            Person person = person(n, group, town);
            // One in fifty has a namesake.
            if (used.add(person.given() + person.family()) || random.nextInt(50) == 0) {
                people.add(person);
            }
        }
    }

    private Person person(int n, String group, String town) {
        int kind = random.nextInt(100);
        boolean woman = random.nextBoolean();
        if (kind < 12) {
            String[] family = CHINESE_FAMILY[random.nextInt(CHINESE_FAMILY.length)];
            String[] one = SYLLABLES[random.nextInt(SYLLABLES.length)];
            String[] two = SYLLABLES[random.nextInt(SYLLABLES.length)];
            boolean isShort = random.nextInt(6) == 0;
            String given = isShort ? one[1] : one[1] + two[1];
            String han = family[0] + one[0] + (isShort ? "" : two[0]);
            return new Person(n, capital(given), "", family[1], han, woman, group, town);
        }
        if (kind < 20) {
            String[] family = RENDERED_FAMILY[random.nextInt(RENDERED_FAMILY.length)];
            String[] given = RENDERED_GIVEN[random.nextInt(RENDERED_GIVEN.length)];
            return new Person(n, given[0], "", family[0], given[1] + "·" + family[1], woman, group, town);
        }
        String family = FAMILY[skewed(FAMILY.length)] + (random.nextInt(3) == 0 ? "son" : "");
        String middle = random.nextInt(6) == 0 ? GIVEN[random.nextInt(GIVEN.length)] : "";
        return new Person(n, GIVEN[random.nextInt(GIVEN.length)], middle, family, "", woman, group, town);
    }

    private int skewed(int size) {
        return (int) (size * Math.pow(random.nextDouble(), 1.6));
    }

    private ExtractionDocument item(String id) {
        Person main = people.get((int) (people.size() * Math.pow(random.nextDouble(), 1.3)));
        Set<Person> cast = new LinkedHashSet<>();
        cast.add(main);
        for (int i = random.nextInt(6); i > 0; i--) {
            int near = (main.number() / 11) * 11 + random.nextInt(11);
            cast.add(
                    random.nextInt(10) < 7 && near < people.size()
                            ? people.get(near)
                            : people.get(random.nextInt(people.size())));
        }
        NamedNews news = new NamedNews(id);
        Map<String, Integer> names = new HashMap<>();
        for (Person person : cast) {
            String name = called(person);
            // An item in which two are called the same has one chain for both, which no later step could part.
            if (names.putIfAbsent(name, person.number()) == null) {
                meant.put(id + " c" + (names.size() - 1), person.number());
                news.people(name);
            }
        }
        if (random.nextInt(10) < 8) {
            news.groups(main.group());
            for (Map.Entry<String, Integer> entry : names.entrySet()) {
                if (people.get(entry.getValue()).group().equals(main.group()) && random.nextInt(3) == 0) {
                    news.states(entry.getKey(), "PER-ORG_member", main.group());
                }
            }
        }
        if (random.nextBoolean()) {
            news.places(main.town());
        }
        if (random.nextBoolean()) {
            news.places("Varland");
        }
        return news.done();
    }

    private String called(Person p) {
        String full = p.given() + " " + p.family();
        int form = random.nextInt(100);
        if (!p.han().isEmpty() && random.nextInt(100) < 35) {
            return p.han();
        }
        if (p.han().length() > 0 && p.han().length() < 4 && random.nextInt(100) < 40) {
            return p.family() + " " + p.given();
        }
        if (form < 8) {
            return (random.nextInt(10) < 6 ? title(p) + " " : "") + p.family();
        }
        if (form < 16) {
            return p.given().charAt(0) + ". " + p.family();
        }
        if (form < 20) {
            return SHORT.getOrDefault(p.given(), p.given()) + " " + p.family();
        }
        if (form < 30) {
            String middle = random.nextBoolean() || p.middle().isEmpty()
                    ? p.middle()
                    : p.middle().charAt(0) + ".";
            return p.given() + " " + (middle.isEmpty() ? "" : middle + " ") + p.family();
        }
        if (form < 32 && p.family().length() > 5) {
            int at = 2 + random.nextInt(p.family().length() - 3);
            return p.given() + " " + p.family().substring(0, at) + p.family().substring(at - 1);
        }
        return form < 38 ? "Dr. " + full : form < 40 ? full.toUpperCase(java.util.Locale.ROOT) : full;
    }

    private static String title(Person p) {
        return p.woman() ? "Mrs." : "Mr.";
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
