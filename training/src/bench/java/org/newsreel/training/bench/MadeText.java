package org.newsreel.training.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded English with names in it, in M3D's form, for machines without the corpora and for steps of one length. */
final class MadeText {
    private static final String[] PERSONS = {"Anna", "Peter", "Maria", "Thomas", "Laura", "James", "Emma", "Daniel"};
    private static final String[] PLACES = {"London", "Paris", "Berlin", "Boston", "Madrid", "Vienna", "Dublin"};
    private static final String[] WORDS = {
        "the", "city", "council", "spoke", "of", "a", "new", "school", "and", "said", "that", "work", "will", "begin",
        "next", "year", "after", "long", "talks", "about", "money", "in", "which", "many", "people", "took", "part"
    };

    private MadeText() {}

    /** Sentences of about {@code words} words. */
    static String plain(long seed, int words) {
        return String.join(" ", tokens(new Random(seed), words));
    }

    private static List<String> tokens(Random random, int words) {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < words) {
            int kind = tokens.size() % 12;
            if (kind == 0) {
                tokens.add(PERSONS[random.nextInt(PERSONS.length)]);
            } else if (kind == 6) {
                tokens.add(PLACES[random.nextInt(PLACES.length)]);
            } else if (kind == 11) {
                tokens.add(".");
            } else {
                tokens.add(WORDS[random.nextInt(WORDS.length)]);
            }
        }
        return tokens;
    }

    /** Annotated documents of {@code words} words each as M3D's JSON; every word is one word piece. */
    static String m3d(int documents, int words) {
        StringBuilder json = new StringBuilder("[");
        for (int d = 0; d < documents; d++) {
            List<String> tokens = tokens(new Random(d), words);
            StringBuilder links = new StringBuilder();
            List<String> chains = new ArrayList<>();
            for (String[] names : new String[][] {PERSONS, PLACES}) {
                for (String name : names) {
                    StringBuilder mentions = new StringBuilder();
                    for (int t = 0; t < tokens.size(); t++) {
                        if (tokens.get(t).equals(name)) {
                            mentions.append(mentions.isEmpty() ? "" : ", ")
                                    .append("{\"start\": " + t + ", \"end\": " + (t + 1) + "}");
                        }
                    }
                    if (!mentions.isEmpty()) {
                        String type = names == PERSONS ? "PER" : "LOC";
                        links.append(links.isEmpty() ? "" : ", ")
                                .append("\"L" + chains.size() + "\": {\"type\": \"" + type + "\", \"link\": [" + mentions
                                        + "]}");
                        chains.add(type);
                    }
                }
            }
            StringBuilder relations = new StringBuilder();
            for (int c = 0; c + 1 < chains.size(); c++) {
                if (chains.get(c).equals("PER")) {
                    relations
                            .append(relations.isEmpty() ? "" : ", ")
                            .append("{\"link1\": \"L" + c + "\", \"link2\": \"L" + (chains.size() - 1)
                                    + "\", \"type\": \"PER-LOC_birth\"}");
                }
            }
            json.append(d == 0 ? "" : ",\n")
                    .append("{\"doc\": \"" + String.join(" ", tokens) + "\", \"lang\": \"en\", \"video_id\": \"v" + d
                            + "_1\", \"entityLink\": {" + links + "}, \"relation\": [" + relations + "]}");
        }
        return json.append("]").toString();
    }
}
