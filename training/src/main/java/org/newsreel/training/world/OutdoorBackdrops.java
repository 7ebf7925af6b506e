package org.newsreel.training.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Paints places under the sky, in {@link Backdrops}' units. */
final class OutdoorBackdrops {
    private OutdoorBackdrops() {}

    private static void sky(Graphics2D g, Color top, Color horizon, double at, Random random) {
        Backdrops.wash(g, -20, at, top, horizon);
        for (int i = 0; i < 9; i++) {
            double x = 680 * random.nextDouble();
            double y = 10 + 0.5 * at * random.nextDouble();
            for (int k = 0; k < 4; k++) {
                Brush.soft(g, x + 30 * k, y + 6 * (k % 2), 52, 15, Color.WHITE, 0.42);
            }
        }
    }

    static void harbour(Graphics2D g, Random random) {
        sky(g, new Color(92, 150, 204), new Color(226, 232, 230), 190, random);
        hills(g, 176, new Color(126, 150, 160), 26, random);
        // Warehouses on the far quay.
        double x = -30;
        while (x < 680) {
            double width = 44 + 50 * random.nextDouble();
            double height = 26 + 34 * random.nextDouble();
            Color wall = Color.getHSBColor((float) (0.02 + 0.10 * random.nextDouble()), 0.38f, 0.70f);
            Backdrops.box(g, x, 196 - height, width, height, wall);
            Path2D roof = new Path2D.Double();
            roof.moveTo(x - 3, 196 - height);
            roof.lineTo(x + width / 2, 184 - height);
            roof.lineTo(x + width + 3, 196 - height);
            roof.closePath();
            Brush.fill(g, roof, Look.shade(wall, 0.62));
            for (double w = x + 7; w < x + width - 8; w += 13) {
                Backdrops.box(g, w, 204 - height, 6, 9, new Color(70, 78, 92));
            }
            x += width + 3;
        }
        Backdrops.box(g, -40, 194, 760, 8, new Color(120, 116, 108));
        water(g, 202, random);
        crane(g, 520, 200, 150, new Color(206, 96, 40));
        crane(g, 596, 200, 120, new Color(206, 96, 40));
        boat(g, 110, 226, new Color(236, 238, 240), new Color(36, 92, 130));
    }

    static void shipyard(Graphics2D g, Random random) {
        sky(g, new Color(140, 166, 190), new Color(232, 226, 214), 264, random);
        hills(g, 236, new Color(150, 164, 170), 22, random);
        crane(g, 84, 230, 210, new Color(210, 160, 44));
        crane(g, 590, 230, 190, new Color(210, 160, 44));
        Path2D hull = new Path2D.Double();
        hull.moveTo(150, 132);
        hull.lineTo(600, 120);
        hull.lineTo(560, 262);
        hull.lineTo(210, 262);
        hull.closePath();
        g.setPaint(new GradientPaint(0f, 120f, new Color(242, 244, 246), 0f, 262f, new Color(168, 186, 196)));
        g.fill(hull);
        Path2D keel = new Path2D.Double();
        keel.moveTo(187, 214);
        keel.lineTo(573, 214);
        keel.lineTo(560, 262);
        keel.lineTo(210, 262);
        keel.closePath();
        Brush.fill(g, keel, new Color(34, 110, 122));
        Backdrops.box(g, 236, 84, 260, 46, new Color(228, 234, 238));
        for (int i = 0; i < 11; i++) {
            Backdrops.box(g, 246 + 22.5 * i, 94, 14, 14, new Color(58, 84, 106));
        }
        for (int i = 0; i < 14; i++) {
            Brush.fill(g, Brush.oval(200 + 26 * i, 166, 5, 5), new Color(70, 92, 108));
        }
        Backdrops.wash(g, 262, 380, new Color(150, 146, 138), new Color(96, 92, 88));
        for (int i = 0; i < 9; i++) {
            Backdrops.box(g, 200 + 44 * i, 258, 18, 18, new Color(112, 82, 52));
        }
    }

    static void street(Graphics2D g, Random random) {
        sky(g, new Color(120, 170, 214), new Color(230, 234, 236), 150, random);
        double x = -30;
        while (x < 680) {
            double width = 66 + 30 * random.nextDouble();
            double top = 36 + 46 * random.nextDouble();
            Color wall = Color.getHSBColor((float) (0.04 + 0.09 * random.nextDouble()), 0.30f, 0.84f);
            Path2D gable = new Path2D.Double();
            gable.moveTo(x, 290);
            gable.lineTo(x, top + 24);
            gable.lineTo(x + width / 2, top - 6);
            gable.lineTo(x + width, top + 24);
            gable.lineTo(x + width, 290);
            gable.closePath();
            Brush.fill(g, gable, wall);
            Brush.line(g, gable, Look.shade(wall, 0.62), 2);
            for (double y = top + 40; y < 236; y += 42) {
                for (double w = x + 12; w < x + width - 16; w += 25) {
                    Backdrops.box(g, w - 1.5, y - 1.5, 15, 25, new Color(244, 242, 236));
                    Backdrops.box(g, w, y, 12, 22, new Color(96, 116, 134));
                }
            }
            Backdrops.box(g, x + 8, 246, width - 16, 8, Color.getHSBColor(random.nextFloat(), 0.5f, 0.65f));
            x += width;
        }
        Backdrops.wash(g, 290, 380, new Color(168, 164, 158), new Color(120, 116, 112));
        for (int i = 0; i < 5; i++) {
            double tree = 40 + 145 * i;
            Backdrops.box(g, tree - 3, 220, 6, 72, new Color(92, 68, 48));
            for (int k = 0; k < 7; k++) {
                Brush.fill(
                        g,
                        Brush.oval(
                                tree + 34 * (random.nextDouble() - 0.5),
                                204 + 34 * (random.nextDouble() - 0.5),
                                17,
                                15),
                        new Color(70, 112 + random.nextInt(30), 62));
            }
        }
    }

    static void mountains(Graphics2D g, Random random) {
        sky(g, new Color(70, 136, 204), new Color(218, 234, 242), 220, random);
        hills(g, 170, new Color(140, 160, 184), 80, random);
        hills(g, 210, new Color(96, 124, 130), 60, random);
        hills(g, 246, new Color(74, 112, 82), 34, random);
        Backdrops.wash(g, 250, 380, new Color(104, 148, 84), new Color(66, 104, 58));
        for (int i = 0; i < 8; i++) {
            double x = 30 + 78 * i + 20 * random.nextDouble();
            double y = 246 + 16 * random.nextDouble();
            Backdrops.box(g, x, y - 16, 26, 18, new Color(236, 228, 212));
            Path2D roof = new Path2D.Double();
            roof.moveTo(x - 4, y - 15);
            roof.lineTo(x + 13, y - 29);
            roof.lineTo(x + 30, y - 15);
            roof.closePath();
            Brush.fill(g, roof, new Color(158, 78, 58));
        }
    }

    private static void hills(Graphics2D g, double base, Color color, double height, Random random) {
        Path2D ridge = new Path2D.Double();
        ridge.moveTo(-40, 380);
        for (int i = 0; i <= 12; i++) {
            ridge.lineTo(-40 + 60 * i, base - height * random.nextDouble());
        }
        ridge.lineTo(680, 380);
        ridge.closePath();
        g.setPaint(new GradientPaint(
                0f, (float) (base - height), color, 0f, (float) base + 40, Look.mix(color, Color.WHITE, 0.25)));
        g.fill(ridge);
    }

    private static void water(Graphics2D g, double top, Random random) {
        Backdrops.wash(g, top, 380, new Color(104, 152, 174), new Color(30, 78, 104));
        for (int i = 0; i < 90; i++) {
            double y = top + 4 + (370 - top) * random.nextDouble();
            double width = 10 + 0.18 * (y - top) * random.nextDouble() + 12;
            Backdrops.box(g, 680 * random.nextDouble() - 20, y, width, 1.4, new Color(214, 232, 238, 90));
        }
    }

    private static void crane(Graphics2D g, double x, double foot, double height, Color color) {
        Backdrops.box(g, x - 5, foot - height, 10, height, color);
        Backdrops.box(g, x - 62, foot - height, 120, 8, color);
        Brush.line(g, Brush.curve(x - 60, foot - height, x, foot - height - 20, x, foot - height - 26), color, 3);
        Brush.line(g, Brush.curve(x, foot - height - 26, x + 20, foot - height - 10, x + 56, foot - height), color, 3);
        Backdrops.box(g, x - 46, foot - height + 8, 2, 46, new Color(60, 56, 52));
        Backdrops.box(g, x - 53, foot - height + 54, 16, 11, Look.shade(color, 0.6));
    }

    private static void boat(Graphics2D g, double x, double y, Color deck, Color hull) {
        Path2D body = new Path2D.Double();
        body.moveTo(x - 74, y - 10);
        body.lineTo(x + 82, y - 12);
        body.lineTo(x + 62, y + 12);
        body.lineTo(x - 64, y + 12);
        body.closePath();
        Brush.fill(g, body, hull);
        Backdrops.box(g, x - 50, y - 30, 92, 20, deck);
        Backdrops.box(g, x - 6, y - 46, 34, 17, deck);
        for (int i = 0; i < 5; i++) {
            Backdrops.box(g, x - 44 + 17 * i, y - 25, 10, 8, new Color(74, 100, 120));
        }
    }
}
