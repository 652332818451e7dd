import { useCallback, useEffect, useRef, useState } from 'react';
import { recall, remember } from '../../app/memory.ts';

const FLASH_MS = 1_000;
const RING_MS = 3_000;

/** Two short tones; the graver the higher. */
function ring(audio: AudioContext, grave: boolean): void {
  for (const [index, tone] of (grave ? [880, 1175] : [660, 880]).entries()) {
    const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
    const start = audio.currentTime + index * 0.22;
    oscillator.frequency.value = tone;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.4, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.22);
  }
}

/** Whether the console rings, as a person switched it on this machine. Browsers let nothing sound before a gesture. */
export function useSound() {
  const audio = useRef<AudioContext | null>(null);
  const [wanted, setWanted] = useState(() => recall('duty-sound') === 'on');
  const [awake, setAwake] = useState(false);
  const wake = useCallback(() => {
    audio.current ??= new AudioContext();
    void audio.current.resume().then(() => setAwake(audio.current?.state === 'running'));
  }, []);
  useEffect(() => {
    if (!wanted || awake) return;
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, wake, { once: true });
    return () => {
      for (const event of events) window.removeEventListener(event, wake);
    };
  }, [wanted, awake, wake]);
  const change = (on: boolean) => {
    setWanted(on);
    remember('duty-sound', on ? 'on' : 'off');
    if (!on) return;
    wake();
    if (audio.current) ring(audio.current, false);
  };
  return { audio, wanted, awake, change };
}

/** Flashes the title of the page while something asks for a look, and rings while something waits for this desk. */
export function useAlarm(
  { flashes, rings, grave }: { readonly flashes: number; readonly rings: number; readonly grave: boolean },
  title: string,
  { audio, wanted }: Pick<ReturnType<typeof useSound>, 'audio' | 'wanted'>,
): string {
  const [lit, setLit] = useState(false);
  useEffect(() => {
    if (flashes === 0) return setLit(false);
    const flash = setInterval(() => setLit((before) => !before), FLASH_MS);
    return () => clearInterval(flash);
  }, [flashes]);
  useEffect(() => {
    if (rings === 0 || !wanted) return;
    const sound = () => audio.current?.state === 'running' && ring(audio.current, grave);
    sound();
    const timer = setInterval(sound, RING_MS);
    return () => clearInterval(timer);
  }, [rings, wanted, grave, audio]);
  return lit ? `● ${title}` : title;
}
