package org.newsreel.training.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** The strokes that the artists share. */
final class Brush {
    private Brush() {}

    static void prepare(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /** A patch of colour that fades out towards its rim. */
    static void soft(Graphics2D g, double x, double y, double rx, double ry, Color color, double opacity) {
        Graphics2D own = (Graphics2D) g.create();
        own.translate(x, y);
        own.scale(rx, ry);
        own.setPaint(new RadialGradientPaint(new Point2D.Double(0, 0), 1f, new float[] {0f, 0.45f, 1f}, new Color[] {
            Look.alpha(color, opacity), Look.alpha(color, 0.6 * opacity), Look.alpha(color, 0)
        }));
        own.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        own.dispose();
    }

    static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    static void fill(Graphics2D g, Shape shape, Color color) {
        g.setColor(color);
        g.fill(shape);
    }

    static void line(Graphics2D g, Shape shape, Color color, double width) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    static Shape curve(double x0, double y0, double cx, double cy, double x1, double y1) {
        Path2D path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.quadTo(cx, cy, x1, y1);
        return path;
    }

    /** The shape and its mirror image about x = 0, as a closed outline that starts and ends on that axis. */
    static Path2D symmetric(double top, double[][] right, double bottom) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, top);
        for (double[] p : right) {
            path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        }
        path.lineTo(0, bottom);
        Path2D whole = new Path2D.Double(path);
        whole.append(AffineTransform.getScaleInstance(-1, 1).createTransformedShape(path), false);
        return whole;
    }
}
