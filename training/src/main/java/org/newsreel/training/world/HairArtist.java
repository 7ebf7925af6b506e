package org.newsreel.training.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Random;

/** Paints hair in {@link FaceArtist}'s units: one half behind the head, one half over the brow. */
final class HairArtist {
    private final Look look;
    private final Color dark;
    private final Color lit;

    HairArtist(Look look) {
        this.look = look;
        dark = Look.shade(look.hair(), 0.62);
        lit = Look.mix(look.hair(), new Color(255, 240, 215), 0.28);
    }

    void behind(Graphics2D g) {
        switch (look.cut()) {
            case LONG -> Brush.fill(g, fall(0.95, 0.60), dark);
            case BOB -> Brush.fill(g, fall(0.58, 0.58), dark);
            case BUN -> {
                Brush.fill(g, Brush.oval(0, -0.68, 0.19, 0.17), dark);
                Brush.soft(g, -0.05, -0.72, 0.12, 0.09, lit, 0.5);
            }
            case CURLS -> curls(g, 0.60, dark);
            default -> {}
        }
    }

    void front(Graphics2D g, Shape face) {
        Area cap = new Area(cap());
        switch (look.cut()) {
            case SHORT -> cap.subtract(new Area(brow(-0.33, 0.40, 0.30)));
            case PARTED -> cap.subtract(new Area(parted()));
            case RECEDING -> cap.subtract(new Area(brow(-0.46, 0.44, 0.42)));
            case BOB, LONG -> cap.subtract(new Area(parted()));
            case BUN -> cap.subtract(new Area(brow(-0.40, 0.43, 0.36)));
            case CURLS -> cap.subtract(new Area(brow(-0.32, 0.40, 0.28)));
        }
        g.setPaint(new GradientPaint(-0.4f, -0.7f, lit, 0.35f, 0f, dark));
        g.fill(cap);
        if (look.cut() == Look.Cut.LONG || look.cut() == Look.Cut.BOB) {
            locks(g);
        }
        if (look.cut() == Look.Cut.CURLS) {
            Shape clip = g.getClip();
            g.clip(cap);
            curls(g, 0.52, look.hair());
            g.setClip(clip);
        }
        strands(g, cap);
    }

    /** Everything from temple to temple over the top. */
    private static Shape cap() {
        Path2D path = new Path2D.Double();
        path.moveTo(-0.505, 0.06);
        path.curveTo(-0.56, -0.40, -0.34, -0.67, 0, -0.67);
        path.curveTo(0.34, -0.67, 0.56, -0.40, 0.505, 0.06);
        path.curveTo(0.47, 0.10, 0.46, 0.02, 0.455, -0.05);
        path.lineTo(-0.455, -0.05);
        path.curveTo(-0.46, 0.02, -0.47, 0.10, -0.505, 0.06);
        path.closePath();
        return path;
    }

    /** The bare forehead under an even hairline. */
    private static Shape brow(double hairline, double half, double top) {
        Path2D path = new Path2D.Double();
        path.moveTo(-half - 0.02, 0.2);
        path.curveTo(-half, -0.10, -half + 0.02, hairline + 0.12, -top + 0.06, hairline);
        path.curveTo(-0.1, hairline - 0.05, 0.1, hairline - 0.05, top - 0.06, hairline);
        path.curveTo(half - 0.02, hairline + 0.12, half, -0.10, half + 0.02, 0.2);
        path.closePath();
        return path;
    }

    /** The bare forehead under hair that falls to both sides of a parting. */
    private static Shape parted() {
        Path2D path = new Path2D.Double();
        path.moveTo(-0.425, 0.2);
        path.curveTo(-0.42, -0.08, -0.36, -0.30, -0.16, -0.43);
        path.curveTo(0.06, -0.36, 0.34, -0.30, 0.42, -0.02);
        path.lineTo(0.425, 0.2);
        path.closePath();
        return path;
    }

    private static Shape fall(double length, double half) {
        return Brush.symmetric(
                -0.67,
                new double[][] {
                    {0.42, -0.67, half, -0.38, half, 0.02},
                    {half + 0.02, 0.30, half + 0.01, length * 0.8, half - 0.12, length},
                    {0.30, length - 0.05, 0.1, length - 0.02, 0, length - 0.02}
                },
                -0.67);
    }

    private void locks(Graphics2D g) {
        double end = look.cut() == Look.Cut.LONG ? 0.92 : 0.55;
        for (int side : new int[] {-1, 1}) {
            Path2D lock = new Path2D.Double();
            lock.moveTo(side * 0.36, -0.42);
            lock.curveTo(side * 0.46, -0.20, side * 0.40, 0.20, side * 0.40, 0.42);
            lock.curveTo(side * 0.40, 0.60, side * 0.36, end - 0.1, side * 0.40, end);
            lock.curveTo(side * 0.58, end - 0.06, side * 0.62, 0.3, side * 0.56, -0.10);
            lock.curveTo(side * 0.54, -0.30, side * 0.44, -0.42, side * 0.36, -0.42);
            g.setPaint(new GradientPaint((float) (-0.6), -0.5f, lit, 0.7f, 0.6f, dark));
            g.fill(lock);
        }
    }

    private static void curls(Graphics2D g, double radius, Color color) {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            double angle = Math.PI * (1.02 + 0.96 * i / 59 * 1.02) - 0.05;
            double r = radius * (0.82 + 0.22 * random.nextDouble());
            double size = 0.075 + 0.045 * random.nextDouble();
            double x = 0.95 * r * Math.cos(angle);
            double y = 1.08 * r * Math.sin(angle) - 0.03;
            Brush.fill(g, Brush.oval(x, y, size, size), Look.shade(color, 0.85 + 0.3 * random.nextDouble()));
        }
    }

    private void strands(Graphics2D g, Shape cap) {
        Shape clip = g.getClip();
        g.clip(cap);
        Random random = new Random(11);
        for (int i = 0; i < 46; i++) {
            double x = -0.5 + i / 45.0;
            double bend = 0.10 * (random.nextDouble() - 0.5);
            Color color = random.nextBoolean() ? lit : dark;
            Brush.line(
                    g,
                    Brush.curve(0.55 * x - 0.05, -0.68, 0.95 * x + bend, -0.5, 1.06 * x, -0.02),
                    Look.alpha(color, 0.30),
                    0.012);
        }
        Brush.soft(g, -0.18, -0.55, 0.22, 0.10, new Color(255, 246, 228), 0.28);
        g.setClip(clip);
    }
}
