/** What one has ordered in bulk and is still under way: told by the server as it goes on, found again on any page. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Answer } from '../api.ts';
import { useAsk } from '../ask.ts';

export type Job = Answer<'/api/jobs'>['items'][number];

const JobsContext = createContext<readonly Job[]>([]);

export function useJobs(): readonly Job[] {
  return useContext(JobsContext);
}

export const percentOf = ({ total, pending }: Job) =>
  total === 0 ? 100 : Math.floor(((total - pending) / total) * 100);

/** Whoever shows a job under this shows what the one stream tells. */
export function WithJobs({ children }: { children: ReactNode }) {
  return <JobsContext value={useWatched()}>{children}</JobsContext>;
}

function useWatched(): readonly Job[] {
  const client = useQueryClient();
  const asked = useAsk('/api/jobs');
  const [told, setTold] = useState<Readonly<Record<string, Job>>>({});
  const isSeen = useSeen();
  const jobs = (asked.data?.items ?? []).map((job) => later(told[job.id], job));
  // A browser keeps few connections: one is watched, and its end is the moment to look at the others.
  const watched = isSeen ? jobs.find(({ isDone }) => !isDone)?.id : undefined;
  useEffect(() => {
    if (watched === undefined) return;
    const source = new EventSource(`/api/jobs/${watched}/events`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Job;
      setTold((before) => ({ ...before, [job.id]: job }));
      // Whatever it changed is read anew.
      void client.invalidateQueries(job.isDone ? {} : { queryKey: [pageOf[job.kind] ?? ''] });
    };
    source.onerror = () => {
      // Refused, and not only cut off: the list says why, or asks to sign in.
      if (source.readyState === EventSource.CLOSED)
        void client.invalidateQueries({ queryKey: ['/api/jobs'] });
    };
    return () => source.close();
  }, [watched, client]);
  return jobs;
}

/** What shows the same progress. */
const pageOf: Readonly<Record<string, string>> = {
  import: '/api/imports/{id}',
  'move-pack': '/api/rule-packs/{id}',
  reassign: '/api/caseload',
};

const later = (told: Job | undefined, asked: Job) =>
  told !== undefined && told.pending <= asked.pending ? told : asked;

function useSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}
