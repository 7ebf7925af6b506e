package org.newsreel.extraction.detector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** ONNX by OpenCV's own engine, on the processor. */
final class OnnxEngine implements Engine {
    private final Net net;

    OnnxEngine(Path file) {
        net = opencv_dnn.readNetFromONNX(file.toString());
        if (net.empty()) {
            net.close();
            throw new IllegalArgumentException("it has no layers");
        }
    }

    @Override
    public List<Scores> run(float[] input, int size) {
        try (PointerScope scope = new PointerScope()) {
            Mat blob = new Mat(new int[] {1, 3, size, size}, opencv_core.CV_32F);
            new FloatPointer(blob.data()).put(input);
            net.setInput(blob);
            MatVector outputs = new MatVector();
            net.forward(outputs, net.getUnconnectedOutLayersNames());
            List<Scores> scores = new ArrayList<>();
            for (long i = 0; i < outputs.size(); i++) {
                Mat output = outputs.get(i);
                long[] shape = new long[output.dims()];
                for (int d = 0; d < shape.length; d++) {
                    shape[d] = output.size(d);
                }
                float[] values = new float[Math.toIntExact(output.total())];
                new FloatPointer(output.data()).get(values);
                scores.add(new Scores(shape, values));
            }
            return scores;
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
