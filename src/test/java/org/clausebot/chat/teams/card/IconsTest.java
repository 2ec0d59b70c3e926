package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the Teams store asks of an app's pictures. */
class IconsTest {
    private static BufferedImage read(byte[] png) throws IOException {
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void the_picture_in_colour_is_192_pixels_square_opaque_and_in_the_accent_colour_at_its_edge() throws IOException {
        BufferedImage image = read(Icons.colour());
        assertThat(image.getWidth()).isEqualTo(192);
        assertThat(image.getHeight()).isEqualTo(192);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRGB(0, 0)).isEqualTo(Icons.ACCENT.getRGB());
        assertThat(image.getRGB(191, 191)).isEqualTo(Icons.ACCENT.getRGB());
        int sign = 0;
        for (int x = 48; x < 144; x++) {
            for (int y = 30; y < 140; y++) {
                sign += image.getRGB(x, y) == Icons.ACCENT.getRGB() ? 1 : 0;
            }
        }
        assertThat(sign).as("pixels of the sign in the middle").isBetween(1_500, 5_000);
    }

    @Test
    void the_outline_is_32_pixels_square_and_white_on_nothing() throws IOException {
        BufferedImage image = read(Icons.outline());
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(32);
        int drawn = 0;
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 32; y++) {
                int pixel = image.getRGB(x, y);
                if (pixel >>> 24 != 0) {
                    drawn++;
                    assertThat(pixel & 0xFFFFFF).isEqualTo(0xFFFFFF);
                }
            }
        }
        assertThat(drawn).isBetween(150, 700);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void they_are_the_same_bytes_each_time() {
        assertThat(Icons.colour()).isEqualTo(Icons.colour());
        assertThat(Icons.outline()).isEqualTo(Icons.outline());
    }
}
