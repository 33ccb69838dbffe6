package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class XmlTest {

    static Stream<String> harmful() {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return Stream.of(
                "<!DOCTYPE a [<!ENTITY l0 \"lol\">" + laughs + "]><a>&l9;</a>",
                "<!DOCTYPE a [<!ENTITY x \"" + "x".repeat(100_000) + "\">]><a>" + "&x;".repeat(10_000) + "</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://localhost:1/x\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost:1/x.dtd\">%p;]><a/>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/x.dtd\"><a/>",
                "<!DOCTYPE a PUBLIC \"-//X//X\" \"http://localhost:1/x.dtd\"><a/>",
                "<a>&undeclared;</a>",
                "<a>".repeat(100_000),
                "<a "
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "a" + i + "=\"\"")
                                .collect(Collectors.joining(" ")) + "/>");
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void xml_that_could_do_harm_is_refused_at_once(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThrows(SAXException.class, () -> Xml.read(bytes));
            assertThrows(Unreadable.class, () -> MagdaReplies.content(bytes, "GeefPersoon"));
        });
    }
}
