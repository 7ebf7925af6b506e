/**
 * A user's own object detector, in place of what OpenCV brings: an ONNX or TorchScript file in a common layout.
 * {@link org.newsreel.extraction.detector.ObjectDetector} is the entry, {@link
 * org.newsreel.extraction.detector.Layout} the pure part from numbers to boxes. No weights ship.
 */
package org.newsreel.extraction.detector;
