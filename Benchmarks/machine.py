"""What a measurement was made on, in words."""
import os
import platform
import subprocess


def first_line(*words):
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"no {words[0]}"
    return done.stdout.splitlines()[0].strip()


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def lines(compiler):
    """`compiler`: what the C sides were compiled with."""
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    return [
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]}, load {load}",
        f"Swift: {first_line('swift', '--version')}, -O",
        f"C: {compiler.split(' (')[0]}, -O3; GSL {first_line('gsl-config', '--version')}",
    ]
