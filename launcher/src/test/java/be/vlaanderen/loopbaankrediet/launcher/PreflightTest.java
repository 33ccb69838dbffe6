package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void a_taken_port_is_told_with_what_it_is_for_and_how_to_find_its_holder() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Place place = placeWith(Part.WALLET, other.getLocalPort());

            String message = assertThrows(Trouble.class, () -> Preflight.portsAreFree(place, List.of(Part.WALLET)))
                    .getMessage();

            assertTrue(message.contains("Port " + other.getLocalPort() + ", which wallet-service needs"), message);
            assertTrue(message.contains("ss -ltnp") || message.contains("lsof"), message);
        }
    }

    @Test
    void a_free_port_is_no_trouble() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertDoesNotThrow(() -> Preflight.portsAreFree(placeWith(Part.WALLET, port), List.of(Part.WALLET)));
    }

    @Test
    void too_little_memory_is_told_with_what_is_needed_and_can_be_overruled() {
        OptionalLong tooLittle = OptionalLong.of(Preflight.NEEDED_MIB - 1);
        Trouble trouble = assertThrows(Trouble.class, () -> Preflight.memoryIsEnough(tooLittle, false));
        assertTrue(String.valueOf(trouble.getMessage()).contains("needs " + Preflight.NEEDED_MIB));
        assertTrue(String.valueOf(trouble.getMessage()).contains("--force"));
        assertDoesNotThrow(() -> Preflight.memoryIsEnough(tooLittle, true));
    }

    @Test
    void enough_memory_or_a_machine_that_does_not_tell_is_no_trouble() {
        assertDoesNotThrow(() -> Preflight.memoryIsEnough(OptionalLong.of(Preflight.NEEDED_MIB), false));
        assertDoesNotThrow(() -> Preflight.memoryIsEnough(OptionalLong.empty(), false));
    }

    static Place placeWith(Part part, int port) {
        return new Place(Path.of(""), Path.of(".run"), port - part.standardPort());
    }
}
