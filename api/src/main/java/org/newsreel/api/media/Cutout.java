package org.newsreel.api.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a frame, as Media Fragments 1.0 section 4.2.2 writes it: {@code xywh=160,120,320,240} or
 * {@code xywh=pixel:…} in pixels, {@code xywh=percent:25,25,50,50} in percent.
 */
record Cutout(boolean percent, double x, double y, double width, double height) {
    private static final String NUMBER = "\\s*(\\d{1,7}(?:\\.\\d{1,9})?)\\s*";
    private static final Pattern FORM =
            Pattern.compile("(?:(pixel|percent):)?" + NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER);

    /**
     * @throws IllegalArgumentException when the text has another form or the rectangle has no area; the message says so
     */
    static Cutout parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "xywh must be four numbers such as 160,120,320,240 (left, top, width, height in pixels).");
        }
        Cutout cutout = new Cutout(
                "percent".equals(form.group(1)),
                Double.parseDouble(form.group(2)),
                Double.parseDouble(form.group(3)),
                Double.parseDouble(form.group(4)),
                Double.parseDouble(form.group(5)));
        if (cutout.width <= 0 || cutout.height <= 0) {
            throw new IllegalArgumentException("xywh must have a width and a height above 0.");
        }
        return cutout;
    }

    /**
     * The rectangle in whole pixels, clipped to a picture.
     *
     * @return left, top, width, height; width and height at least 1
     * @throws IllegalArgumentException when it lies outside
     */
    int[] within(int pictureWidth, int pictureHeight) {
        double sx = percent ? pictureWidth / 100.0 : 1;
        double sy = percent ? pictureHeight / 100.0 : 1;
        int left = (int) Math.floor(x * sx);
        int top = (int) Math.floor(y * sy);
        int right = (int) Math.min(pictureWidth, Math.ceil((x + width) * sx));
        int bottom = (int) Math.min(pictureHeight, Math.ceil((y + height) * sy));
        if (left >= pictureWidth || top >= pictureHeight) {
            throw new IllegalArgumentException(
                    "xywh lies outside the picture, which is " + pictureWidth + " by " + pictureHeight + " pixels.");
        }
        return new int[] {left, top, Math.max(1, right - left), Math.max(1, bottom - top)};
    }
}
