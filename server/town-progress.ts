import type { FilledTown, Progress } from './fill-town.ts';

/** Where progress is written: a terminal, in which one line is written over and over, or a file. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly write: (words: string) => unknown;
}

/** Shows how far a town is: five times a second on a terminal, every tenth part elsewhere. */
export function progressTo(output: ProgressOutput): {
  readonly shows: (progress: Progress) => void;
  readonly ends: (filled: FilledTown) => void;
} {
  const onTerminal = output.isTTY === true;
  let shownAt = 0;
  let shownTenth = -1;
  return {
    shows: (progress) => {
      const tenth = Math.floor((10 * progress.told) / progress.size);
      const due = onTerminal ? progress.seconds - shownAt >= 0.2 : tenth !== shownTenth;
      if (!due) return;
      shownAt = progress.seconds;
      shownTenth = tenth;
      output.write(onTerminal ? `\r\u001b[K${progressLine(progress)}` : `${progressLine(progress)}\n`);
    },
    ends: (filled) => output.write(`${onTerminal ? '\r\u001b[K' : ''}${endLine(filled)}\n`),
  };
}

/** One line: how much, how fast, how long still. */
export function progressLine({ told, size, toldNow, seconds }: Progress): string {
  const perSecond = seconds > 0 ? toldNow / seconds : 0;
  const left = perSecond > 0 ? minutesOf((size - told) / perSecond) : '…';
  const percent = Math.floor((100 * told) / size);
  return `小城 Town ${percent}% · ${told}/${size} 件 cases · ${perSecond.toFixed(0)} 件/秒 per s · 还需 left ${left}`;
}

function endLine({ told, size, toldNow, commandsNow, seconds }: FilledTown): string {
  const took = `${toldNow} 件、${commandsNow} 步、${minutesOf(seconds)} (${toldNow} cases, ${commandsNow} steps)`;
  return told >= size
    ? `小城已讲完，共 ${size} 件：${took}。 The town is told.`
    : `小城讲到 ${told}/${size} 件，下次启动接着讲：${took}。 Stopped; the next start goes on.`;
}

/** 95 seconds: 1:35. */
function minutesOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
