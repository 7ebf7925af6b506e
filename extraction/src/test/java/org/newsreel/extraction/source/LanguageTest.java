package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final String ENGLISH = "The minister left the harbour town on Monday and spoke with two reporters. ";
    private static final String CHINESE = "部长星期一离开了这座港口城市，并接受了两名记者的采访。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The president said on Wednesday that the new law would come into force next year. | en",
                "PRESIDENT VISITED THE CAPITAL ON WEDNESDAY TO MEET THE CHANCELLOR AND DISCUSS TRADE | en",
                "总统星期三宣布，新法律将于明年生效。 | zh",
                "總統星期三宣布將於明年生效的退休金改革，儘管工會表示反對。 | zh",
                "Le président a annoncé mercredi une réforme des retraites malgré les syndicats. | fr",
                "Die Regierung will im nächsten Jahr mehr Geld für Schulen ausgeben. | de",
                "El presidente anunció el miércoles una reforma del sistema de pensiones. | es",
                "Il presidente ha annunciato mercoledì una riforma delle pensioni. | it",
                "O presidente anunciou na quarta-feira uma reforma da previdência. | pt",
                "De minister heeft woensdag aangekondigd meer geld uit te geven aan scholen. | nl",
                "Prezydent ogłosił w środę reformę emerytalną pomimo sprzeciwu związków. | pl",
                "Президент объявил в среду о пенсионной реформе, которая вступит в силу в мае. | ru",
                "首相は水曜日、来年から施行される年金改革を発表した。労働組合は反対している。 | ja",
                "대통령은 수요일 내년부터 시행될 연금 개혁을 발표했다. | ko",
                "أعلن الرئيس يوم الأربعاء عن إصلاح نظام التقاعد | ar",
                "Ο πρόεδρος ανακοίνωσε την Τετάρτη μεταρρύθμιση. | el",
                "ราชการประกาศเมื่อวันพุธ | th"
            })
    void namesTheLanguageOfASentence(String text, String language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"Ada met Bob.,en", "Michael Phelps,en", "Hello,en", "A,en", "艾达见了鲍勃。,zh", "今日は東京で会いました,ja"})
    void aFewWordsOfWhatIsReadAreReadAsThat(String text, String language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n\t", "12 3 4!", "2024-05-01 09:30", "😀 🎉", "…—«»", "\uD83D", "\u0000\u200B\u200F"})
    void aTextWithoutLettersIsUndetermined(String text) {
        assertThat(Language.of(text)).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void aScriptThatTheDetectorDoesNotKnowIsUndetermined() {
        assertThat(Language.of("ᎣᏏᏲ ᏣᎳᎩ ᎠᏰᎵ")).isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void foreignNamesDoNotChangeTheLanguage() {
        assertThat(Language.of("总理会见 Emmanuel Macron 和 Angela Merkel 女士")).isEqualTo("zh");
        assertThat(Language.of(ENGLISH + "Xi Jinping (习近平) met Владимир Путин in Paris."))
                .isEqualTo("en");
    }

    @Test
    void theGreaterPartOfAMixedTextDecides() {
        String french = "Le ministre a quitté la ville portuaire lundi et a parlé avec deux journalistes. ";

        assertThat(Language.of(ENGLISH.repeat(60) + french.repeat(20))).isEqualTo("en");
        assertThat(Language.of(ENGLISH.repeat(20) + french.repeat(60))).isEqualTo("fr");
        assertThat(Language.of(ENGLISH.repeat(10) + CHINESE.repeat(60))).isEqualTo("zh");
        assertThat(Language.of(ENGLISH.repeat(60) + CHINESE.repeat(10))).isEqualTo("en");
    }

    @Test
    void figuresBeforeTheWordsDoNotHideThem() {
        assertThat(Language.of(
                        "1 234,5\n".repeat(50_000) + "Die Regierung will im Mai mehr Geld für Schulen ausgeben."))
                .isEqualTo("de");
    }

    @Test
    void aMillionCharactersTakeNoLongerThanAGlance() {
        String text = ENGLISH.repeat(1 + 1_000_000 / ENGLISH.length());
        Language.of(ENGLISH);
        long begun = System.nanoTime();

        assertThat(Language.of(text)).isEqualTo("en");

        // About 0.03 s when the machine is free.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anyCharactersGiveATagAndTheSameOneInEveryThread() {
        Random random = new Random(7);
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i -> random.ints(random.nextInt(60), 0, 0x20000)
                        .collect(
                                StringBuilder::new, (s, c) -> s.append((char) c).append('e'), StringBuilder::append)
                        .toString())
                .toList();

        List<String> once = texts.stream().map(Language::of).toList();

        assertThat(once).allMatch(tag -> tag.matches("[a-z]{2,3}"));
        assertThat(texts.parallelStream().map(Language::of).toList()).isEqualTo(once);
    }
}
