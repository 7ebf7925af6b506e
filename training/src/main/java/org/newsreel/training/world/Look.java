package org.newsreel.training.world;

import java.awt.Color;

/**
 * How a person looks. Two looks that differ in anything are different people.
 *
 * @param skin the lit skin; shadows and lips are derived from it
 * @param hair the hair's colour
 * @param cut its form
 * @param iris colour of the eyes
 * @param width the face's width against its height: 0.9 narrow to 1.1 broad
 * @param jaw 0 pointed to 1 square
 * @param age 0 young to 1 old: lines about eyes and mouth
 * @param beard none, a full beard or a moustache
 * @param glasses whether the person wears them
 * @param coat colour of jacket, jumper or dress
 * @param shirt colour of what is under it
 * @param tie whether there is a tie
 */
public record Look(
        Color skin,
        Color hair,
        Cut cut,
        Color iris,
        double width,
        double jaw,
        double age,
        Beard beard,
        boolean glasses,
        Color coat,
        Color shirt,
        boolean tie) {
    /** Forms of hair. */
    public enum Cut {
        SHORT,
        PARTED,
        CURLS,
        BOB,
        LONG,
        BUN,
        RECEDING
    }

    /** Forms of beard. */
    public enum Beard {
        NONE,
        FULL,
        MOUSTACHE
    }

    /** A colour of the same hue, darker below 1 and lighter above. */
    static Color shade(Color color, double factor) {
        return new Color(
                clamp(color.getRed() * factor), clamp(color.getGreen() * factor), clamp(color.getBlue() * factor));
    }

    /** A colour between two, {@code share} of the second. */
    static Color mix(Color a, Color b, double share) {
        return new Color(
                clamp(a.getRed() + share * (b.getRed() - a.getRed())),
                clamp(a.getGreen() + share * (b.getGreen() - a.getGreen())),
                clamp(a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    static Color alpha(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), clamp(255 * opacity));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
