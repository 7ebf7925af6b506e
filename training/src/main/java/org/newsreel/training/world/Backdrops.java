package org.newsreel.training.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Paints rooms. Units: a picture of 640 by 360. {@link OutdoorBackdrops} has the rest. */
final class Backdrops {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private Backdrops() {}

    static void paint(Graphics2D g, Place place) {
        Random random = new Random(place.name().hashCode());
        switch (place.backdrop()) {
            case STUDIO -> studio(g, random);
            case OFFICE -> office(g, random);
            case HALL -> hall(g);
            case LABORATORY -> laboratory(g, random);
            case HARBOUR -> OutdoorBackdrops.harbour(g, random);
            case STREET -> OutdoorBackdrops.street(g, random);
            case SHIPYARD -> OutdoorBackdrops.shipyard(g, random);
            case MOUNTAINS -> OutdoorBackdrops.mountains(g, random);
        }
    }

    static void box(Graphics2D g, double x, double y, double width, double height, Color color) {
        Brush.fill(g, new Rectangle2D.Double(x, y, width, height), color);
    }

    static void wash(Graphics2D g, double top, double bottom, Color from, Color to) {
        g.setPaint(new GradientPaint(0f, (float) top, from, 0f, (float) bottom, to));
        g.fill(new Rectangle2D.Double(-40, top, WIDTH + 80, bottom - top));
    }

    private static void studio(Graphics2D g, Random random) {
        wash(g, -20, HEIGHT + 20, new Color(12, 30, 66), new Color(26, 74, 124));
        for (int i = 0; i < 26; i++) {
            double x = -20 + 27 * i;
            double height = 30 + 120 * random.nextDouble();
            box(g, x, 235 - height, 20, height, new Color(70, 140, 200, 34));
        }
        for (int i = 0; i < 7; i++) {
            Brush.line(
                    g,
                    Brush.curve(-40, 40 + 34 * i, 320, 10 + 40 * i, 680, 52 + 31 * i),
                    new Color(150, 200, 240, 36),
                    1.5);
        }
        Brush.soft(g, 470, 110, 210, 120, new Color(120, 190, 240), 0.35);
        Brush.soft(g, 110, 70, 160, 90, new Color(90, 160, 230), 0.25);
        box(g, -40, 236, 760, 3, new Color(190, 220, 245, 90));
    }

    /** The newsreader's desk, in front of the newsreader. */
    static void desk(Graphics2D g) {
        Path2D top = new Path2D.Double();
        top.moveTo(-20, 322);
        top.quadTo(320, 296, 660, 322);
        top.lineTo(660, 400);
        top.lineTo(-20, 400);
        top.closePath();
        g.setPaint(new GradientPaint(0f, 305f, new Color(214, 224, 234), 0f, 360f, new Color(92, 112, 140)));
        g.fill(top);
        Brush.line(g, Brush.curve(-20, 323, 320, 297, 660, 323), new Color(255, 255, 255, 170), 2.5);
    }

    private static void office(Graphics2D g, Random random) {
        wash(g, -20, 380, new Color(222, 214, 200), new Color(178, 166, 150));
        // A window over the water.
        box(g, 392, 26, 214, 190, new Color(240, 240, 236));
        g.setPaint(new GradientPaint(0f, 30f, new Color(150, 196, 226), 0f, 200f, new Color(216, 232, 238)));
        g.fill(new Rectangle2D.Double(400, 34, 198, 174));
        box(g, 400, 150, 198, 58, new Color(96, 140, 164));
        for (int i = 0; i < 6; i++) {
            double x = 402 + 33 * i;
            box(g, x, 128 + 14 * random.nextDouble(), 28, 26, new Color(130, 140, 150));
        }
        box(g, 496, 34, 6, 174, new Color(240, 240, 236));
        box(g, 400, 118, 198, 5, new Color(240, 240, 236));
        // Shelves with files.
        box(g, 24, 40, 172, 250, new Color(120, 86, 58));
        for (int row = 0; row < 4; row++) {
            box(g, 32, 48 + 60 * row, 156, 50, new Color(82, 56, 38));
            for (double x = 34; x < 176; ) {
                double width = 7 + 9 * random.nextDouble();
                double height = 30 + 16 * random.nextDouble();
                Color book = Color.getHSBColor((float) (0.02 + 0.6 * random.nextDouble()), 0.35f, 0.55f);
                box(g, x, 98 + 60 * row - height, width, height, book);
                x += width + 1.5;
            }
        }
        // A plant.
        for (int i = 0; i < 9; i++) {
            double a = -1.2 + 0.3 * i;
            Brush.line(
                    g,
                    Brush.curve(330, 300, 330 + 30 * a, 220, 330 + 52 * a, 200 + 24 * Math.abs(a)),
                    new Color(62, 112 + 5 * i, 66),
                    7);
        }
        box(g, 308, 292, 44, 60, new Color(196, 120, 84));
    }

    private static void hall(Graphics2D g) {
        wash(g, -20, 380, new Color(34, 52, 92), new Color(20, 32, 60));
        for (int i = 0; i < 17; i++) {
            double x = -20 + 42 * i;
            g.setPaint(new GradientPaint(
                    (float) x, 0f, new Color(52, 76, 128), (float) x + 42, 0f, new Color(24, 38, 74)));
            g.fill(new Rectangle2D.Double(x, -20, 42, 400));
        }
        flag(g, 66, new Color(26, 110, 130), new Color(240, 240, 236), new Color(214, 150, 50));
        flag(g, 560, new Color(150, 40, 54), new Color(240, 240, 236), new Color(26, 70, 120));
    }

    private static void flag(Graphics2D g, double x, Color first, Color second, Color third) {
        box(g, x - 3, 40, 5, 330, new Color(196, 164, 92));
        Color[] stripes = {first, second, third};
        for (int i = 0; i < 3; i++) {
            Path2D fold = new Path2D.Double();
            fold.moveTo(x + 14 * i, 56);
            fold.curveTo(x + 26 + 14 * i, 130, x - 6 + 14 * i, 210, x + 10 + 15 * i, 300);
            fold.lineTo(x + 26 + 15 * i, 296);
            fold.curveTo(x + 10 + 14 * i, 210, x + 40 + 14 * i, 130, x + 16 + 14 * i, 56);
            fold.closePath();
            Brush.fill(g, fold, stripes[i]);
        }
    }

    /** A lectern with microphones; its front carries the sign. */
    static void lectern(Graphics2D g, double x, Organisation organisation) {
        Path2D front = new Path2D.Double();
        front.moveTo(x - 92, 292);
        front.lineTo(x + 92, 292);
        front.lineTo(x + 78, 380);
        front.lineTo(x - 78, 380);
        front.closePath();
        g.setPaint(new GradientPaint(
                (float) x - 90, 290f, new Color(140, 98, 60), (float) x + 90, 360f, new Color(84, 56, 34)));
        g.fill(front);
        box(g, x - 100, 284, 200, 11, new Color(164, 120, 78));
        for (int side : new int[] {-1, 1}) {
            Brush.line(
                    g,
                    Brush.curve(x + side * 40, 286, x + side * 34, 262, x + side * 16, 250),
                    new Color(30, 30, 34),
                    3);
            Brush.fill(g, Brush.oval(x + side * 14, 248, 7, 5), new Color(24, 24, 28));
        }
        SignArtist.emblem(g, organisation, x, 332, 24);
    }

    private static void laboratory(Graphics2D g, Random random) {
        wash(g, -20, 380, new Color(224, 234, 238), new Color(176, 194, 202));
        box(g, -40, 84, 760, 6, new Color(150, 168, 178));
        box(g, -40, 180, 760, 6, new Color(150, 168, 178));
        for (int row = 0; row < 2; row++) {
            double x = -10;
            while (x < 640) {
                double width = 14 + 16 * random.nextDouble();
                double height = 26 + 40 * random.nextDouble();
                Color liquid = Color.getHSBColor((float) (0.35 + 0.35 * random.nextDouble()), 0.45f, 0.8f);
                double floor = row == 0 ? 84 : 180;
                box(g, x, floor - height, width, height, new Color(240, 248, 250, 190));
                box(g, x + 2, floor - 0.6 * height, width - 4, 0.6 * height - 2, Look.alpha(liquid, 0.75));
                x += width + 10 + 26 * random.nextDouble();
            }
        }
        // A tank with weed.
        g.setPaint(new GradientPaint(0f, 200f, new Color(70, 160, 180), 0f, 330f, new Color(22, 84, 110)));
        g.fill(new Rectangle2D.Double(400, 204, 230, 130));
        for (int i = 0; i < 16; i++) {
            double x = 412 + 13 * i;
            double h = 40 + 60 * random.nextDouble();
            Brush.line(g, Brush.curve(x, 332, x + 14, 332 - h / 2, x - 4, 332 - h), new Color(40, 110 + 5 * i, 70), 4);
        }
        Brush.line(g, new Rectangle2D.Double(400, 204, 230, 130), new Color(235, 244, 248), 5);
        box(g, -40, 332, 760, 60, new Color(120, 136, 146));
    }
}
