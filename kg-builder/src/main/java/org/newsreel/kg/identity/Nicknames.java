package org.newsreel.kg.identity;

import java.util.HashMap;
import java.util.Map;

/** Common short forms of English given names. */
final class Nicknames {
    private static final Map<String, String> FULL = new HashMap<>();

    static {
        String[] families = {
            "robert bob bobby rob robbie",
            "william bill billy will willie",
            "richard dick rick ricky rich",
            "james jim jimmy jamie",
            "john johnny jack",
            "michael mike mick mickey",
            "thomas tom tommy",
            "joseph joe joey",
            "edward ed eddie ted teddy",
            "charles charlie chuck",
            "david dave davy",
            "daniel dan danny",
            "andrew andy drew",
            "anthony tony",
            "christopher chris kit",
            "matthew matt",
            "nicholas nick nicky",
            "stephen steve steven",
            "peter pete",
            "gregory greg",
            "lawrence larry",
            "gerald gerry jerry",
            "ronald ron ronnie",
            "donald don donnie",
            "kenneth ken kenny",
            "benjamin ben benny",
            "samuel sam sammy",
            "alexander alex sandy",
            "timothy tim",
            "jonathan jon",
            "frederick fred freddy",
            "leonard len lenny",
            "raymond ray",
            "philip phil",
            "walter walt",
            "henry harry hank",
            "francis frank",
            "theodore theo",
            "elizabeth liz beth betty eliza lizzie",
            "margaret maggie meg peggy",
            "catherine katherine kate cathy kathy katie",
            "patricia pat patty",
            "jennifer jen jenny",
            "rebecca becky",
            "deborah debbie deb",
            "susan sue susie",
            "barbara barb",
            "victoria vicky",
            "virginia ginny",
            "eleanor nell ellie",
            "abigail abby",
            "pamela pam",
            "jacqueline jackie",
            "dorothy dot dolly"
        };
        for (String family : families) {
            String[] names = family.split(" ");
            for (String name : names) {
                FULL.putIfAbsent(name, names[0]);
            }
        }
    }

    private Nicknames() {}

    /** The full form that a given name is short for, or the name itself. */
    static String full(String given) {
        return FULL.getOrDefault(given, given);
    }
}
